import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface SummaryRow {
  readonly key: string;
  readonly value: string;
  /** On-site path the value leads to. */
  readonly link?: string;
}

/** Facts about one thing, key by key. For anything richer than text, write the `dl` with GOV.UK's classes. */
@Component({
  selector: 'ct-summary-list',
  imports: [RouterLink],
  template: `
    <dl class="govuk-summary-list" [class.govuk-summary-list--no-border]="!bordered()">
      @for (row of rows(); track row.key) {
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{{ row.key }}</dt>
          <dd class="govuk-summary-list__value">
            @if (row.link) {
              <a class="govuk-link" [routerLink]="row.link">{{ row.value }}</a>
            } @else {
              {{ row.value }}
            }
          </dd>
        </div>
      }
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SummaryList {
  readonly rows = input.required<readonly SummaryRow[]>();
  readonly bordered = input(true);
}
