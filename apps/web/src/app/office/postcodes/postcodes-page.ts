import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, CountPipe, ErrorSummary, InsetText } from '@commonthread/govuk';
import { FileInput } from '@commonthread/govuk/forms';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../shell/refusal.js';
import { Act } from '../act.js';
import { ConfirmEncoding, type Encoding, type EncodingDoubt, encodingDoubtOf } from '../confirm-encoding.js';

/** Where the list comes from by which a postcode leads to its ward. */
@Component({
  selector: 'ct-postcodes-page',
  imports: [Breadcrumbs, Button, ConfirmEncoding, CountPipe, ErrorSummary, FileInput, InsetText],
  templateUrl: './postcodes-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PostcodesPage {
  private readonly http = inject(HttpClient);

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly act = new Act('postcodes-file');
  protected readonly doubt = signal<EncodingDoubt | null>(null);
  protected readonly done = signal<Api<'PostcodeImportDto'> | null>(null);
  private readonly file = signal<File | null>(null);

  protected pick(file: File | null): void {
    this.file.set(file);
    this.doubt.set(null);
    this.done.set(null);
  }

  /** @param encoding as the administrator confirmed it */
  protected async send(event?: Event, encoding?: Encoding): Promise<void> {
    event?.preventDefault();
    const file = this.file();
    if (!file) return this.act.refuse([{ fieldId: 'postcodes-file', message: $localize`Choose a file` }]);
    const form = new FormData();
    form.set('file', file, file.name);
    const params = encoding ? { encoding } : {};
    await this.act.run(async () => {
      try {
        this.done.set(
          await firstValueFrom(
            this.http.post<Api<'PostcodeImportDto'>>('/api/postcodes/import', form, { params }),
          ),
        );
        this.doubt.set(null);
      } catch (cause) {
        this.doubt.set(encodingDoubtOf(refusalOf(cause)));
        if (!this.doubt()) throw cause;
      }
    });
  }
}
