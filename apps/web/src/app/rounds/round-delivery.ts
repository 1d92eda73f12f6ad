import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { CountPipe, MoneyPipe } from '@commonthread/govuk';
import { proposalStateName } from '../shell/proposal-states.js';
import { shareOf } from '../shell/share-of.js';

/** How far the projects of a decided round have come. */
@Component({
  selector: 'ct-round-delivery',
  imports: [CountPipe, MoneyPipe, RouterLink],
  template: `
    @let it = summary();
    <section aria-labelledby="round-delivery-heading">
      <h2 class="govuk-heading-l" id="round-delivery-heading" i18n>What is being built</h2>
      <ul class="govuk-list">
        @for (state of states(); track state.name) {
          <li>{{ state.name }}: {{ state.count | ctCount }}</li>
        }
        @if (it.slipped > 0) {
          <li i18n>Later than planned: {{ it.slipped | ctCount }}</li>
        }
      </ul>
      <p class="govuk-body ct-text">
        <ng-container i18n
          >{{ it.money.paidPence | ctMoney: it.currency }} of
          {{ it.money.budgetPence | ctMoney: it.currency }} has been paid.</ng-container
        >&ngsp;
        @if (share(); as share) {
          <ng-container i18n
            >{{ share }} of it ({{ it.money.localPence | ctMoney: it.currency }}) went to organisations based
            in the area; {{ it.money.payees | ctCount }} were paid in all.</ng-container
          >
        }
      </p>
      <p class="govuk-body">
        <a class="govuk-link" routerLink="/delivery" i18n>Every project being delivered</a>
      </p>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundDelivery {
  private readonly locale = inject(LOCALE_ID);

  readonly summary = input.required<Api<'RoundDeliveryDto'>>();

  protected readonly states = computed(() =>
    this.summary()
      .states.filter(({ count }) => count > 0)
      .map(({ value, count }) => ({ name: proposalStateName(value), count })),
  );
  protected readonly share = computed(() => {
    const { localPence, paidPence } = this.summary().money;
    return shareOf(localPence, paidPence, this.locale);
  });
}
