import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary, SummaryList, WarningText } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { issuedGap } from './batch-words.js';
import { type Batch, type Difference, PaperApi } from './paper-api.js';

/** How a box adds up, and the word of two officers that ends the work on it. */
@Component({
  selector: 'ct-seal-batch',
  imports: [Button, ErrorSummary, SummaryList, Textarea, WarningText],
  template: `
    <div id="seal" tabindex="-1" class="ct-text">
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <h2 class="govuk-heading-m" i18n>How the box adds up</h2>
      <ct-summary-list [rows]="rows()" />
      @if (batch().stage === 'sealed') {
        <p class="govuk-body" i18n>This box is sealed. Its sheets are ballots now and cannot change.</p>
        @if (batch().discrepancy) {
          <p class="govuk-body">
            <strong i18n>Why it does not add up:</strong>&ngsp;{{ batch().discrepancy }}
          </p>
        }
      } @else {
        @if (!addsUp()) {
          <ct-warning-text>
            <ng-container i18n>The totals do not add up. Look for the fault before you seal.</ng-container>
          </ct-warning-text>
          <ct-textarea
            fieldId="discrepancy"
            label="Why the totals do not add up"
            i18n-label
            hint="Everybody can read it beside the numbers. Nothing about who voted."
            i18n-hint
            [rows]="2"
            [maxLength]="500"
            [error]="act.errorFor('discrepancy')"
            [(value)]="discrepancy"
          />
        }
        @if (batch().stage === 'sealed-once' && batch().mine) {
          <p class="govuk-body" i18n>
            You have sealed this box. A second, different officer must seal it too.
          </p>
        } @else {
          <p class="govuk-body" i18n>
            After the second officer’s seal every sheet is a ballot in the ballot box. Nobody can change it
            any more.
          </p>
          <button ctButton type="button" [busy]="act.busy()" (click)="seal()">
            @if (batch().stage === 'sealed-once') {
              <ng-container i18n>Seal it as the second officer</ng-container>
            } @else {
              <ng-container i18n>Seal it as the first officer</ng-container>
            }
          </button>
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealBatch {
  private readonly api = inject(PaperApi);

  readonly slug = input.required<string>();
  readonly batch = input.required<Batch>();
  readonly differences = input.required<readonly Difference[]>();
  readonly sealed = output<Batch[]>();

  protected readonly discrepancy = signal('');
  protected readonly act = new Act('seal', { discrepancy: 'discrepancy' });
  /** Sheets that will be ballots: entered alike, or settled as one. */
  protected readonly ballots = computed(() => {
    const { keyed, entered } = this.batch();
    const differing = this.differences().filter(({ second }) => second !== null).length;
    const settled = this.differences().filter(({ ruling }) => ruling !== null).length;
    return keyed ?? entered - differing + settled;
  });
  protected readonly addsUp = computed(
    () => issuedGap(this.batch()) === 0 && this.ballots() === this.batch().inBox,
  );
  protected readonly rows = computed(() => {
    const { issued, inBox, spoiled, returned, missing } = this.batch();
    const gap = issuedGap(this.batch());
    return [
      {
        key: $localize`Handed out`,
        value:
          gap === 0
            ? $localize`${issued}:issued: = ${inBox}:inBox: in the box + ${spoiled}:spoiled: spoiled + ${returned}:returned: returned + ${missing}:missing: missing`
            : $localize`${issued}:issued:, but ${inBox}:inBox: in the box + ${spoiled}:spoiled: spoiled + ${returned}:returned: returned + ${missing}:missing: missing make ${(issued ?? 0) - gap}:sum:`,
      },
      {
        key: $localize`Entered`,
        value:
          this.ballots() === inBox
            ? $localize`${this.ballots()}:entered: = ${inBox}:inBox: in the box`
            : $localize`${this.ballots()}:entered:, but ${inBox}:inBox: in the box`,
      },
    ];
  });

  protected async seal(): Promise<void> {
    const discrepancy = this.discrepancy().trim();
    if (!this.addsUp() && discrepancy.length < 3 && this.batch().stage === 'compare') {
      return this.act.refuse([
        { fieldId: 'discrepancy', message: $localize`Say why the totals do not add up` },
      ]);
    }
    await this.act.run(async () => {
      this.sealed.emit(await this.api.seal(this.slug(), this.batch().batch, discrepancy));
    });
  }
}
