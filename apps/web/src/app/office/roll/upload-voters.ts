import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Problem } from '@commonthread/api-client';
import { Button, CountPipe, ErrorSummary, InsetText } from '@commonthread/govuk';
import { FileInput } from '@commonthread/govuk/forms';
import { refusalOf } from '../../shell/refusal.js';
import { Act } from '../act.js';
import { ConfirmEncoding, type Encoding, type EncodingDoubt, encodingDoubtOf } from '../confirm-encoding.js';
import { DoubtfulPostcodes, type Rulings } from './doubtful-postcodes.js';
import { RollApi, type Upload } from './roll-api.js';

type Fault = NonNullable<Problem['errors']>[number];

/**
 * A council's file of voters: looked over first, with every fault and every doubtful postcode by its lines, then
 * stored as a whole.
 */
@Component({
  selector: 'ct-upload-voters',
  imports: [Button, ConfirmEncoding, CountPipe, DoubtfulPostcodes, ErrorSummary, FileInput, InsetText],
  templateUrl: './upload-voters.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadVoters {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly stored = output<void>();

  private readonly picked = signal<File | null>(null);
  private readonly encoding = signal<Encoding | null>(null);
  protected readonly rulings = signal<Rulings>(new Map());
  protected readonly outcome = signal<Upload | null>(null);
  protected readonly faults = signal<readonly Fault[]>([]);
  protected readonly doubt = signal<EncodingDoubt | null>(null);
  protected readonly act = new Act('voters-file');
  /** What was looked over is what is stored: after another ruling it is looked over again. */
  protected readonly isLookedOver = computed(
    () =>
      this.outcome()?.rehearsed === true &&
      this.outcome()!.doubtfulPostcodes.every(
        ({ postcode, ruling }) => (this.rulings().get(postcode) ?? ruling) === ruling,
      ),
  );

  protected pick(file: File | null): void {
    this.picked.set(file);
    this.encoding.set(null);
    this.rulings.set(new Map());
    this.forget();
  }

  protected lookOver(event?: Event): Promise<void> {
    event?.preventDefault();
    return this.send(true);
  }

  protected confirm(encoding: Encoding): Promise<void> {
    this.encoding.set(encoding);
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

  private forget(): void {
    this.outcome.set(null);
    this.faults.set([]);
    this.doubt.set(null);
  }

  private async send(rehearse: boolean): Promise<void> {
    const file = this.picked();
    if (!file) return this.act.refuse([{ fieldId: 'voters-file', message: $localize`Choose a file` }]);
    this.faults.set([]);
    await this.act.run(async () => {
      try {
        const done = await this.api.upload(this.slug(), file, rehearse, this.rulings(), this.encoding());
        this.doubt.set(null);
        this.outcome.set(done);
        if (!rehearse) this.stored.emit();
      } catch (cause) {
        const problem = refusalOf(cause);
        const doubt = encodingDoubtOf(problem);
        if (!doubt && problem.title !== 'roll.file-faulty') throw cause;
        this.forget();
        this.doubt.set(doubt);
        this.faults.set(problem.errors ?? []);
      }
    });
  }
}
