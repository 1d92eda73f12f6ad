import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { Breadcrumbs, Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Checkboxes, Select, TextInput } from '@commonthread/govuk/forms';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { type Plan, ReviewingApi } from './reviewing-api.js';
import { CRITERIA, type Criterion } from './review-words.js';

interface Row {
  readonly criterion: Criterion;
  readonly used: readonly string[];
  readonly departmentId: string;
  readonly days: string;
}

/** What a round asks of its proposals, of which department, within how many days. */
@Component({
  selector: 'ct-plan-page',
  imports: [Breadcrumbs, Button, Checkboxes, ErrorSummary, Select, TextInput, Waiting],
  templateUrl: './plan-page.html',
  styleUrl: './reviewing.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanPage {
  private readonly api = inject(ReviewingApi);

  readonly slug = input.required<string>();

  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    { label: $localize`The round`, link: `/office/rounds/${this.slug()}` },
  ]);
  protected readonly words = CRITERIA;
  protected readonly plan = this.api.plan(this.slug);
  private readonly departments = this.api.departments();
  protected readonly departmentChoices = computed(() => [
    { value: '', label: $localize`The officers themselves` },
    ...(this.departments.hasValue() ? this.departments.value() : []).map(({ id, name, place }) => ({
      value: id,
      label: `${name} (${place.name})`,
    })),
  ]);
  protected readonly rows = linkedSignal<readonly Row[]>(() =>
    (this.plan.hasValue() ? this.plan.value().criteria : []).map(
      ({ criterion, used, departmentId, days }) => ({
        criterion,
        used: used ? ['used'] : [],
        departmentId: departmentId ?? '',
        days: String(days),
      }),
    ),
  );
  protected readonly asking = [{ value: 'used', label: $localize`This round asks it` }];
  protected readonly act = new Act('plan');
  protected readonly told = signal('');

  protected change(criterion: Criterion, change: Partial<Row>): void {
    this.told.set('');
    this.rows.update((rows) =>
      rows.map((row) => (row.criterion === criterion ? { ...row, ...change } : row)),
    );
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const faults: FieldError[] = this.rows()
      .filter(({ days }) => !/^([1-9]\d?|1[0-7]\d|180)$/.test(days.trim()))
      .map(({ criterion }) => ({
        fieldId: `days-${criterion}`,
        message: $localize`${CRITERIA[criterion].name}:criterion:: enter a number of days from 1 to 180`,
      }));
    this.act.refuse(faults);
    if (faults.length > 0) return;
    const criteria: Plan['criteria'] = this.rows().map(({ criterion, used, departmentId, days }) => ({
      criterion,
      used: used.length > 0,
      departmentId: departmentId || null,
      days: Number(days),
    }));
    const done = await this.act.run(async () => {
      await this.api.savePlan(this.slug(), { criteria });
    });
    if (done) this.told.set($localize`Saved. Reviews that begin from now on follow it.`);
  }
}
