import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { CountPipe, MoneyPipe } from '@commonthread/govuk';

/** Proposals of a decision, each with the reason given for it. */
@Component({
  selector: 'ct-decision-items',
  imports: [CountPipe, MoneyPipe, RouterLink],
  template: `
    @if (items().length > 0) {
      <table class="govuk-table ct-stack" role="table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Proposal</th>
            <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
              Cost
            </th>
            @if (hasVotes()) {
              <th
                scope="col"
                role="columnheader"
                class="govuk-table__header govuk-table__header--numeric"
                i18n
              >
                Votes
              </th>
            }
            <th scope="col" role="columnheader" class="govuk-table__header ct-reason" i18n>Reason</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          @for (item of items(); track item.proposalNumber) {
            <tr class="govuk-table__row" role="row">
              <th scope="row" role="rowheader" class="govuk-table__header">
                <a class="govuk-link" [routerLink]="['/proposals', item.proposalNumber]">{{ item.title }}</a>
              </th>
              <td
                role="cell"
                class="govuk-table__cell govuk-table__cell--numeric"
                data-label="Cost"
                i18n-data-label
              >
                {{ item.costPence | ctMoney: currency() }}
              </td>
              @if (hasVotes()) {
                <td
                  role="cell"
                  class="govuk-table__cell govuk-table__cell--numeric"
                  data-label="Votes"
                  i18n-data-label
                >
                  @if (item.votes !== null) {
                    {{ item.votes | ctCount }}
                  }
                </td>
              }
              <td role="cell" class="govuk-table__cell" data-label="Reason" i18n-data-label>
                {{ item.reason }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="govuk-body">{{ none() }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionItems {
  readonly caption = input.required<string>();
  readonly items = input.required<readonly Api<'DecisionItemDto'>[]>();
  readonly currency = input.required<string>();
  /** What to say when there are none. */
  readonly none = input.required<string>();

  protected readonly hasVotes = computed(() => this.items().some(({ votes }) => votes !== null));
}
