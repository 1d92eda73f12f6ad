import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MoneyPipe } from '@commonthread/govuk';
import type { RuleName } from '@commonthread/voting';
import type { BallotStyle } from './round-draft.js';
import { workedExample } from './worked-example.js';

/** What a rule, as it is set, does with ten neighbours: counted there and then, drawn as dots and told in a table. */
@Component({
  selector: 'ct-rule-picture',
  imports: [MoneyPipe],
  template: `
    @if (example(); as small) {
      <div class="ct-example">
        <h2 class="govuk-heading-s" i18n>A small example with these settings</h2>
        <p class="govuk-body" i18n>
          Ten neighbours decide about {{ small.budgetPence | ctMoney }}. Six of them drive and chose the road
          and the lights; four have small children and chose the playground and the garden.
        </p>
        <table class="govuk-table ct-tight ct-stack" role="table">
          <caption class="govuk-table__caption govuk-visually-hidden" i18n>
            The small example counted
          </caption>
          <thead role="rowgroup" class="govuk-table__head">
            <tr role="row" class="govuk-table__row">
              <th scope="col" role="columnheader" class="govuk-table__header" i18n>Project</th>
              <th scope="col" role="columnheader" class="govuk-table__header" i18n>Chosen by</th>
              <th scope="col" role="columnheader" class="govuk-table__header" i18n>Funded</th>
            </tr>
          </thead>
          <tbody role="rowgroup" class="govuk-table__body">
            @for (row of small.rows; track row.name) {
              <tr role="row" class="govuk-table__row">
                <th scope="row" role="rowheader" class="govuk-table__header">
                  {{ row.name
                  }}<span class="ct-line govuk-!-font-weight-regular">{{ row.costPence | ctMoney }}</span>
                </th>
                <td role="cell" class="govuk-table__cell">
                  <span class="govuk-visually-hidden">{{ row.votes }}</span>
                  <svg
                    class="ct-example__dots"
                    viewBox="0 0 120 20"
                    width="120"
                    height="20"
                    aria-hidden="true"
                  >
                    @for (dot of dots(row.votes); track dot) {
                      <circle
                        [attr.cx]="8 + dot * 18"
                        cy="10"
                        r="7"
                        [attr.class]="
                          row.funded
                            ? row.ofMany
                              ? 'ct-example__one'
                              : 'ct-example__other'
                            : 'ct-example__empty'
                        "
                      />
                    }
                  </svg>
                </td>
                <td role="cell" class="govuk-table__cell" data-label="Funded" i18n-data-label>
                  @if (row.funded) {
                    <strong i18n>Yes</strong>
                  } @else {
                    <ng-container i18n>No</ng-container>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
        <p class="govuk-body govuk-!-margin-bottom-0" role="status" i18n>
          <strong>{{ small.served }} of {{ small.voters }}</strong> neighbours get something they chose.
          {{ small.spentPence | ctMoney }} is spent.
        </p>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulePicture {
  readonly rule = input.required<RuleName>();
  readonly params = input.required<Readonly<Record<string, unknown>>>();
  readonly ballotStyle = input.required<BallotStyle>();

  protected readonly example = computed(() => workedExample(this.rule(), this.params(), this.ballotStyle()));

  protected dots(n: number): number[] {
    return Array.from({ length: n }, (_, at) => at);
  }
}
