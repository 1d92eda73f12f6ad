import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { Button, MoneyPipe } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { penceOf } from '../../shell/pounds.js';
import { StepForm } from './step-form.js';

@Component({
  selector: 'ct-money-step',
  imports: [Button, MoneyPipe, TextInput],
  template: `
    <p class="govuk-body" i18n>
      A pot is money from one source. Most rounds have one. Together the pots are what residents decide about.
    </p>
    @for (pot of draft().pots; track $index; let at = $index) {
      <div class="ct-row">
        <ct-text-input
          [fieldId]="'pot-' + at + '-name'"
          label="Name of the pot"
          i18n-label
          [error]="errorFor('pot-' + at + '-name')"
          [value]="pot.name"
          (valueChange)="write(at, { name: $event })"
        />
        <ct-text-input
          [fieldId]="'pot-' + at + '-amount'"
          label="Amount in pounds"
          i18n-label
          prefix="£"
          [width]="10"
          inputMode="decimal"
          [error]="errorFor('pot-' + at + '-amount')"
          [value]="pot.pounds"
          (valueChange)="write(at, { pounds: $event })"
        />
        @if (draft().pots.length > 1) {
          <button ctButton="secondary" type="button" class="ct-row__remove" (click)="remove(at)">
            <ng-container i18n
              >Remove<span class="govuk-visually-hidden"> pot {{ at + 1 }}</span></ng-container
            >
          </button>
        }
      </div>
    }
    <button ctButton="secondary" type="button" (click)="add()" i18n>Add another pot</button>
    <p class="govuk-body govuk-!-font-weight-bold" role="status" i18n>Together: {{ total() | ctMoney }}</p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoneyStep extends StepForm {
  protected readonly total = computed(() =>
    this.draft().pots.reduce((sum, { pounds }) => sum + (penceOf(pounds) ?? 0), 0),
  );

  protected write(at: number, part: { name?: string; pounds?: string }): void {
    this.change({ pots: this.draft().pots.map((pot, each) => (each === at ? { ...pot, ...part } : pot)) });
  }

  protected add(): void {
    this.change({ pots: [...this.draft().pots, { name: '', pounds: '' }] });
  }

  protected remove(at: number): void {
    this.change({ pots: this.draft().pots.filter((_, each) => each !== at) });
  }
}
