import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Problem } from '@commonthread/api-client';
import { Button, CountPipe, ErrorSummary, InsetText } from '@commonthread/govuk';
import { FileInput } from '@commonthread/govuk/forms';
import { refusalOf } from '../../shell/refusal.js';
import { Act } from '../act.js';
import { RollApi, type Upload } from './roll-api.js';

type Fault = NonNullable<Problem['errors']>[number];

/** A council's file of voters: looked over first, with every fault by its line, then stored as a whole. */
@Component({
  selector: 'ct-upload-voters',
  imports: [Button, CountPipe, ErrorSummary, FileInput, InsetText],
  templateUrl: './upload-voters.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadVoters {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly stored = output<void>();

  private readonly picked = signal<File | null>(null);
  protected readonly outcome = signal<Upload | null>(null);
  protected readonly faults = signal<readonly Fault[]>([]);
  protected readonly act = new Act('voters-file');

  protected pick(file: File | null): void {
    this.picked.set(file);
    this.outcome.set(null);
    this.faults.set([]);
  }

  protected lookOver(event: Event): Promise<void> {
    event.preventDefault();
    return this.send(true);
  }

  protected store(): Promise<void> {
    return this.send(false);
  }

  protected reason(reason: Upload['leftOutLines'][number]['reason']): string {
    switch (reason) {
      case 'too-young':
        return $localize`too young on the first day of voting`;
      case 'outside':
        return $localize`the home is not in this place`;
      case 'expired':
        return $localize`the connection ends before voting opens`;
      case 'connection-not-offered':
        return $localize`this connection gives no vote in this round`;
    }
  }

  private async send(rehearse: boolean): Promise<void> {
    const file = this.picked();
    if (!file) return this.act.refuse([{ fieldId: 'voters-file', message: $localize`Choose a file` }]);
    this.faults.set([]);
    await this.act.run(async () => {
      try {
        this.outcome.set(await this.api.upload(this.slug(), file, rehearse));
        if (!rehearse) this.stored.emit();
      } catch (cause) {
        const problem = refusalOf(cause);
        if (problem.title !== 'roll.file-faulty') throw cause;
        this.outcome.set(null);
        this.faults.set(problem.errors ?? []);
      }
    });
  }
}
