import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { DayPipe, Details, formatMoney, InsetText, MoneyPipe, TimePipe } from '@commonthread/govuk';
import { BarChart } from '@commonthread/govuk/charts';
import { Attached } from '../shell/attachments/attached.js';
import { shareOf } from '../shell/share-of.js';
import { ProjectTimeline } from './project-timeline.js';

/** How a funded proposal is being delivered: who, when, for how much, what was told, and how it ended. */
@Component({
  selector: 'ct-project-delivery',
  imports: [Attached, BarChart, DayPipe, Details, InsetText, MoneyPipe, ProjectTimeline, TimePipe],
  templateUrl: './project-delivery.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectDelivery {
  private readonly locale = inject(LOCALE_ID);

  readonly delivery = input.required<Api<'DeliveryDto'>>();

  protected readonly next = computed(
    () =>
      [...this.delivery().milestones]
        .filter(({ doneOn }) => doneOn === null)
        .sort((one, other) => one.forecastOn.localeCompare(other.forecastOn))[0],
  );
  protected readonly bars = computed(() => {
    const { money, currency } = this.delivery();
    const bar = (label: string, value: number, strong = false) => ({
      label,
      value,
      text: formatMoney(value, currency, this.locale),
      strong,
    });
    return [
      bar($localize`Decided`, money.budgetPence),
      bar($localize`Promised in contracts`, money.committedPence),
      bar($localize`Paid so far`, money.paidPence, true),
    ];
  });
  /** More paid, or promised, than was decided, whole pence: said beside the bars with every reason that was given. */
  protected readonly overspent = computed(() => {
    const { money, spend } = this.delivery();
    const reasons = spend.filter(({ corrected }) => !corrected).flatMap(({ overReason }) => overReason ?? []);
    return {
      paidPence: Math.max(0, money.paidPence - money.budgetPence),
      promisedPence: Math.max(0, money.committedPence - money.budgetPence),
      reasons,
    };
  });
  /** Those that no later entry stands in the place of, newest first. */
  protected readonly entries = computed(() => [...this.delivery().spend].reverse());
  protected readonly localShare = computed(() => {
    const { localPence, paidPence } = this.delivery().money;
    return shareOf(localPence, paidPence, this.locale);
  });
}
