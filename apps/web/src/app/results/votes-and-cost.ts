import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Details, formatCount, formatMoney } from '@commonthread/govuk';

/** How many are drawn at once; the rest follow behind a summary. */
const DRAWN = 15;

let charts = 0;

/**
 * For every project its votes and its cost, most votes first. What is funded says so in words and is drawn solid;
 * what is not is drawn hollow with stripes. The same numbers follow as a table.
 */
@Component({
  selector: 'ct-votes-and-cost',
  imports: [Details, NgTemplateOutlet],
  template: `
    <figure class="ct-chart">
      <figcaption class="govuk-heading-s" i18n>Votes and cost of every project</figcaption>
      <svg class="ct-patterns" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          <pattern [attr.id]="stripes" width="8" height="8" patternUnits="userSpaceOnUse">
            <path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" class="ct-vc__stripe" />
          </pattern>
        </defs>
      </svg>
      <p class="govuk-body-s ct-vc__legend" aria-hidden="true">
        <span class="ct-vc__key"
          ><svg width="36" height="12"><rect class="ct-vc__won" width="36" height="12" /></svg>
          <ng-container i18n>funded</ng-container></span
        >
        <span class="ct-vc__key"
          ><svg width="36" height="12">
            <rect class="ct-vc__lost" x="1" y="1" width="34" height="10" [attr.fill]="fill" />
          </svg>
          <ng-container i18n>not funded</ng-container></span
        >
      </p>
      <div class="ct-bars">
        @for (row of drawn(); track row.id) {
          <ng-container [ngTemplateOutlet]="pair" [ngTemplateOutletContext]="{ $implicit: row }" />
        }
        @if (rest().length > 0) {
          <details class="govuk-details ct-votes-more">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text" i18n>Show the other {{ rest().length }}</span>
            </summary>
            @for (row of rest(); track row.id) {
              <ng-container [ngTemplateOutlet]="pair" [ngTemplateOutletContext]="{ $implicit: row }" />
            }
          </details>
        }
      </div>
      <ct-details summary="The same numbers as a table" i18n-summary>
        <table class="govuk-table ct-stack" role="table">
          <caption class="govuk-table__caption govuk-visually-hidden" i18n>
            Votes and cost of every project
          </caption>
          <thead class="govuk-table__head" role="rowgroup">
            <tr class="govuk-table__row" role="row">
              <th scope="col" role="columnheader" class="govuk-table__header" i18n>Project</th>
              <th scope="col" role="columnheader" class="govuk-table__header" i18n>Outcome</th>
              <th
                scope="col"
                role="columnheader"
                class="govuk-table__header govuk-table__header--numeric"
                i18n
              >
                Votes
              </th>
              <th
                scope="col"
                role="columnheader"
                class="govuk-table__header govuk-table__header--numeric"
                i18n
              >
                Cost
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body" role="rowgroup">
            @for (row of rows(); track row.id) {
              <tr class="govuk-table__row" role="row">
                <th scope="row" role="rowheader" class="govuk-table__header">{{ row.title }}</th>
                <td role="cell" class="govuk-table__cell">{{ row.outcome }}</td>
                <td
                  role="cell"
                  class="govuk-table__cell govuk-table__cell--numeric"
                  data-label="Votes"
                  i18n-data-label
                >
                  {{ row.votes }}
                </td>
                <td
                  role="cell"
                  class="govuk-table__cell govuk-table__cell--numeric"
                  data-label="Cost"
                  i18n-data-label
                >
                  {{ row.cost }}
                </td>
              </tr>
            }
          </tbody>
        </table>
      </ct-details>
    </figure>

    <ng-template #pair let-row>
      <div class="ct-bars__label">
        {{ row.title }} <strong>({{ row.outcome }})</strong>
      </div>
      @for (line of row.lines; track $index) {
        <div class="ct-bars__row ct-vc__row">
          <svg
            class="ct-vc__bar"
            viewBox="0 0 400 12"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            @if (row.funded) {
              <rect class="ct-vc__won" [attr.width]="line.width" height="12" />
            } @else {
              <rect
                class="ct-vc__lost"
                x="0.5"
                y="0.5"
                [attr.width]="line.width"
                height="11"
                [attr.fill]="fill"
              />
            }
          </svg>
          <div class="ct-vc__text">{{ line.text }}</div>
        </div>
      }
    </ng-template>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VotesAndCost {
  private readonly locale = inject(LOCALE_ID);

  readonly projects = input.required<readonly Api<'ProjectResultDto'>[]>();
  readonly currency = input.required<string>();

  protected readonly stripes = `ct-stripes-${++charts}`;
  protected readonly fill = `url(#${this.stripes})`;
  protected readonly rows = computed(() => {
    const projects = [...this.projects()].sort((a, b) => b.votes - a.votes || a.costPence - b.costPence);
    const most = Math.max(1, ...projects.map(({ votes }) => votes));
    const dearest = Math.max(1, ...projects.map(({ costPence }) => costPence));
    return projects.map((project) => {
      const votes = formatCount(project.votes, this.locale);
      const cost = formatMoney(project.costPence, this.currency(), this.locale);
      return {
        id: project.ballotId,
        title: project.title,
        funded: project.funded,
        outcome: project.funded ? $localize`funded` : $localize`not funded`,
        votes,
        cost,
        lines: [
          { width: width(project.votes / most), text: $localize`${votes}:count: votes` },
          { width: width(project.costPence / dearest), text: $localize`costs ${cost}:money:` },
        ],
      };
    });
  });
  protected readonly drawn = computed(() => this.rows().slice(0, DRAWN));
  protected readonly rest = computed(() => this.rows().slice(DRAWN));
}

/** Of a bar that may be 399 units long. */
function width(part: number): number {
  return Math.round(part * 3990) / 10;
}
