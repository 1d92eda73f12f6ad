import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Details } from '../details.js';

export interface Bar {
  readonly label: string;
  /** 0 or more. */
  readonly value: number;
  /** The value as a reader should see it, with its unit: "£12,000", "26% of 428 people". */
  readonly text: string;
  /** Whether the bar stands out: a winner, the place the page is about. */
  readonly strong?: boolean;
}

/** Bars from a common zero, each with its words, and the same numbers as a table. */
@Component({
  selector: 'ct-bar-chart',
  imports: [Details],
  template: `
    <figure class="ct-chart">
      <figcaption class="govuk-heading-s">{{ caption() }}</figcaption>
      <div class="ct-bars" aria-hidden="true">
        @for (bar of drawn(); track $index) {
          <div class="ct-bars__label">{{ bar.label }}</div>
          <div class="ct-bars__row">
            <svg class="ct-bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
              <rect class="ct-bars__ground" width="100" height="10" />
              <rect
                [class]="bar.strong ? 'ct-bars__strong' : 'ct-bars__fill'"
                [attr.width]="bar.width"
                height="10"
              />
            </svg>
            <div class="ct-bars__text">{{ bar.text }}</div>
          </div>
        }
      </div>
      <ct-details [summary]="tableSummary()" [open]="tableOpen()">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">
            {{
              caption()
            }}
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">{{ labelHeading() }}</th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {{ valueHeading() }}
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (bar of bars(); track $index) {
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">{{ bar.label }}</th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{{ bar.text }}</td>
              </tr>
            }
          </tbody>
        </table>
      </ct-details>
    </figure>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BarChart {
  readonly caption = input.required<string>();
  readonly bars = input.required<readonly Bar[]>();
  readonly labelHeading = input.required<string>();
  readonly valueHeading = input.required<string>();
  /** The value a full bar stands for; the greatest bar unless given. */
  readonly max = input<number | null>(null);
  readonly tableSummary = input($localize`The same numbers as a table`);
  readonly tableOpen = input(false);

  protected readonly drawn = computed(() => {
    const full = this.max() ?? Math.max(0, ...this.bars().map((bar) => bar.value));
    return this.bars().map((bar) => ({
      ...bar,
      width: full > 0 ? Math.round(Math.min(1, bar.value / full) * 1000) / 10 : 0,
    }));
  });
}
