import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Details } from '../details.js';

export interface Interval {
  readonly label: string;
  /** Percent, 0 to 100, as are `low` and `high`. */
  readonly value: number;
  /** `null` where the source gives no range; a point is drawn alone. */
  readonly low: number | null;
  readonly high: number | null;
  /** The value with its base: "26% of 428 people who answered". */
  readonly text: string;
  readonly isBenchmark?: boolean;
}

/** Percentages with their ranges on one scale of 0 to 100, beside a benchmark, and as a table. */
@Component({
  selector: 'ct-interval-chart',
  imports: [Details],
  template: `
    <figure class="ct-chart">
      <figcaption class="govuk-heading-s">{{ caption() }}</figcaption>
      <div class="ct-bars" aria-hidden="true">
        @for (row of rows(); track $index) {
          <div class="ct-bars__label">{{ row.label }}</div>
          <div class="ct-bars__row">
            <svg class="ct-intervals" viewBox="0 0 400 28" focusable="false">
              <line class="ct-intervals__axis" x1="0" x2="400" y1="14" y2="14" />
              @for (tick of ticks; track tick) {
                <line class="ct-intervals__axis" [attr.x1]="tick * 4" [attr.x2]="tick * 4" y1="8" y2="20" />
              }
              @if (benchmark(); as mark) {
                <line
                  class="ct-intervals__benchmark"
                  [attr.x1]="mark.value * 4"
                  [attr.x2]="mark.value * 4"
                  y1="0"
                  y2="28"
                />
              }
              @if (row.low !== null && row.high !== null) {
                <rect
                  class="ct-intervals__range"
                  [attr.x]="row.low * 4"
                  y="8"
                  [attr.width]="(row.high - row.low) * 4"
                  height="12"
                  rx="2"
                />
              }
              <circle
                [class]="
                  row.isBenchmark
                    ? 'ct-intervals__point ct-intervals__point--benchmark'
                    : 'ct-intervals__point'
                "
                [attr.cx]="row.value * 4"
                cy="14"
                r="7"
              />
            </svg>
            <div class="ct-bars__text">{{ row.text }}</div>
          </div>
        }
        <div class="ct-intervals__scale"><span>0%</span><span>50%</span><span>100%</span></div>
      </div>
      @if (withTable()) {
        <ct-details [summary]="tableSummary()">
          <table class="govuk-table">
            <caption class="govuk-table__caption govuk-visually-hidden">
              {{
                caption()
              }}
            </caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">{{ labelHeading() }}</th>
                <th scope="col" class="govuk-table__header" i18n>Reading</th>
                <th scope="col" class="govuk-table__header" i18n>Range</th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              @for (row of rows(); track $index) {
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">{{ row.label }}</th>
                  <td class="govuk-table__cell">{{ row.text }}</td>
                  <td class="govuk-table__cell">
                    @if (row.low !== null && row.high !== null) {
                      <ng-container i18n>{{ row.low }}% to {{ row.high }}%</ng-container>
                    } @else {
                      <ng-container i18n>not published</ng-container>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </ct-details>
      }
    </figure>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IntervalChart {
  readonly caption = input.required<string>();
  readonly rows = input.required<readonly Interval[]>();
  readonly labelHeading = input($localize`Who and when`);
  readonly tableSummary = input($localize`The same numbers as a table`);
  /** Leave it out only where the page shows the same numbers in a fuller table of its own. */
  readonly withTable = input(true);

  protected readonly ticks = [0, 25, 50, 75, 100];
  protected readonly benchmark = computed(() => this.rows().find((row) => row.isBenchmark));
}
