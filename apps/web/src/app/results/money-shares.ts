import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { formatCount, MoneyPipe } from '@commonthread/govuk';

/** Topics, or parts of the place: their share of the money beside their share of the votes. */
@Component({
  selector: 'ct-money-shares',
  imports: [MoneyPipe],
  template: `
    <table class="govuk-table ct-stack">
      <caption class="govuk-table__caption govuk-table__caption--s">
        {{
          caption()
        }}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">{{ heading() }}</th>
          <th scope="col" class="govuk-table__header" i18n>Projects funded</th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>
            Share of the votes
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>
            Share of the money
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>Money</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (share of ordered(); track share.name) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">{{ share.name ?? none }}</th>
            <td class="govuk-table__cell" i18n>{{ share.funded }} of {{ share.projects }}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric" i18n>
              {{ percent(share.votePercent) }}<span class="govuk-visually-hidden"> of the votes</span>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric" i18n>
              {{ percent(share.spendPercent) }}<span class="govuk-visually-hidden"> of the money</span>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              {{ share.spentPence | ctMoney: currency() }}
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoneyShares {
  private readonly locale = inject(LOCALE_ID);

  readonly caption = input.required<string>();
  /** What a row is: a topic, an area. */
  readonly heading = input.required<string>();
  readonly currency = input.required<string>();
  readonly shares = input.required<readonly Api<'MoneyShareDto'>[]>();

  protected readonly none = $localize`Not said`;
  /** What most votes went to stands first. */
  protected readonly ordered = computed(() =>
    this.shares().toSorted((a, b) => b.votePercent - a.votePercent),
  );

  protected percent(value: number): string {
    return `${formatCount(value, this.locale)}%`;
  }
}
