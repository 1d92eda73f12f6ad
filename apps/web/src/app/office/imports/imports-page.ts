import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, CountPipe, EmptyState, ErrorSummary, Tag, TimePipe } from '@commonthread/govuk';
import { FileInput, Select, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { refusalOf } from '../../shell/refusal.js';
import { Act } from '../act.js';
import { ConfirmEncoding, type Encoding, type EncodingDoubt, encodingDoubtOf } from '../confirm-encoding.js';
import { everyMoment } from '../every-moment.js';
import { OfficeApi } from '../office-api.js';
import { OfficePlaces } from '../office-places.js';
import { importStateColour, importStateName, isUnderWay } from './import-words.js';

/** Where an election held elsewhere comes in as a file, and what became of earlier ones. */
@Component({
  selector: 'ct-imports-page',
  imports: [
    Breadcrumbs,
    Button,
    ConfirmEncoding,
    CountPipe,
    EmptyState,
    ErrorSummary,
    FileInput,
    RouterLink,
    Select,
    Tag,
    TextInput,
    TimePipe,
    Waiting,
  ],
  providers: [OfficePlaces],
  templateUrl: './imports-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportsPage {
  private readonly api = inject(OfficeApi);
  private readonly router = inject(Router);
  private readonly known = inject(OfficePlaces);

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly stateName = importStateName;
  protected readonly stateColour = importStateColour;
  protected readonly act = new Act('file', { file: 'file', placeSlug: 'place', title: 'title' });
  protected readonly file = signal<File | null>(null);
  protected readonly doubt = signal<EncodingDoubt | null>(null);
  protected readonly place = signal('');
  protected readonly title = signal('');
  protected readonly places = computed(() => [
    { value: '', label: $localize`Choose a place` },
    ...this.known.mine('officer'),
  ]);
  protected readonly imports = this.api.imports();
  protected readonly shown = lastValue(this.imports);

  constructor() {
    everyMoment(
      () => this.shown()?.some(({ state }) => isUnderWay(state)) ?? false,
      () => this.imports.reload(),
      2000,
    );
  }

  protected pick(file: File | null): void {
    this.file.set(file);
    this.doubt.set(null);
  }

  protected async start(event?: Event, encoding: Encoding | null = null): Promise<void> {
    event?.preventDefault();
    const file = this.file();
    const missing = [
      ...(file ? [] : [{ fieldId: 'file', message: $localize`Choose a .pb file` }]),
      ...(this.place() ? [] : [{ fieldId: 'place', message: $localize`Choose the place it belongs to` }]),
    ];
    this.act.refuse([]);
    if (!file || missing.length > 0) return this.act.refuse(missing);
    await this.act.run(async () => {
      try {
        const { id } = await this.api.startImport(file, this.place(), this.title().trim(), encoding);
        await this.router.navigate(['/office/imports', id]);
      } catch (cause) {
        this.doubt.set(encodingDoubtOf(refusalOf(cause)));
        if (!this.doubt()) throw cause;
      }
    });
  }
}
