import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { CountPipe, MoneyPipe } from '@commonthread/govuk';

/** Projects down, rules across: funded or not under each. */
@Component({
  selector: 'ct-compare-table',
  imports: [CountPipe, MoneyPipe, RouterLink],
  template: `
    <table class="govuk-table ct-stack" role="table">
      <caption class="govuk-table__caption govuk-visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>Project</th>
          @for (column of comparison().columns; track column.key) {
            <th scope="col" role="columnheader" class="govuk-table__header">{{ column.title }}</th>
          }
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        @for (row of rows(); track row.ballotId) {
          <tr class="govuk-table__row" role="row">
            <th scope="row" role="rowheader" class="govuk-table__header">
              <a class="govuk-link" [routerLink]="['/proposals', row.proposalNumber]">{{ row.title }}</a>
              <span class="ct-under" i18n
                >{{ row.costPence | ctMoney: comparison().currency }}, {{ row.votes | ctCount }} votes</span
              >
            </th>
            @for (column of comparison().columns; track column.key) {
              <td role="cell" class="govuk-table__cell" [attr.data-label]="column.title">
                @if (row.funded[$index]) {
                  <strong class="ct-yes"><ng-container i18n>Funded</ng-container></strong>
                } @else {
                  <span class="ct-soft" i18n>Not funded</span>
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompareTable {
  readonly caption = input.required<string>();
  readonly comparison = input.required<Api<'ComparisonDto'>>();
  readonly rows = input.required<readonly Api<'ComparisonDto'>['rows'][number][]>();
}
