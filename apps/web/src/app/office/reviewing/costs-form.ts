import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError, MoneyPipe } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { penceOf, poundsOf } from '../../shell/pounds.js';
import { Act } from '../act.js';
import { type Review, ReviewingApi } from './reviewing-api.js';

const FIELDS = {
  costPence: 'cost-figure',
  costLowPence: 'cost-low',
  costHighPence: 'cost-high',
  runningCostPence: 'cost-running',
  runningYears: 'cost-years',
};

/** What it costs to make and to keep going. */
@Component({
  selector: 'ct-costs-form',
  imports: [Button, ErrorSummary, MoneyPipe, TextInput],
  templateUrl: './costs-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CostsForm implements OnInit {
  private readonly api = inject(ReviewingApi);

  readonly number = input.required<number>();
  readonly costs = input.required<Review['costs']>();
  readonly mayChange = input.required<boolean>();
  readonly currency = input('GBP');
  readonly saved = output<Review>();

  protected readonly fields = FIELDS;
  protected readonly act = new Act(FIELDS.costPence, FIELDS);
  protected readonly cost = signal('');
  protected readonly low = signal('');
  protected readonly high = signal('');
  protected readonly running = signal('');
  protected readonly years = signal('');
  protected readonly told = signal('');

  ngOnInit(): void {
    const { costPence, costLowPence, costHighPence, runningCostPence, runningYears } = this.costs();
    this.cost.set(poundsOf(costPence));
    this.low.set(poundsOf(costLowPence));
    this.high.set(poundsOf(costHighPence));
    this.running.set(poundsOf(runningCostPence));
    this.years.set(runningYears === null ? '' : String(runningYears));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.told.set('');
    const typed = {
      costPence: penceOf(this.cost()),
      costLowPence: penceOf(this.low()),
      costHighPence: penceOf(this.high()),
      runningCostPence: penceOf(this.running()),
    };
    const years = this.years().trim();
    const faults: FieldError[] = Object.entries(typed)
      .filter(([, pence]) => pence === undefined)
      .map(([field]) => ({
        fieldId: FIELDS[field as keyof typeof FIELDS],
        message: $localize`Enter an amount in pounds, like 12,500`,
      }));
    if (typed.costPence === 0)
      faults.push({ fieldId: FIELDS.costPence, message: $localize`Enter a cost above zero` });
    if (years !== '' && !/^([1-9]\d?|100)$/.test(years))
      faults.push({
        fieldId: FIELDS.runningYears,
        message: $localize`Enter a number of years from 1 to 100`,
      });
    this.act.refuse(faults);
    if (faults.length > 0) return;
    const costs = { ...typed, runningYears: years === '' ? null : Number(years) } as Api<'SetCostsDto'>;
    const done = await this.act.run(async () =>
      this.saved.emit(await this.api.setCosts(this.number(), costs)),
    );
    if (done) this.told.set($localize`Costs saved.`);
  }
}
