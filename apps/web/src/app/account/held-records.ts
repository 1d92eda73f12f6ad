import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { CountPipe } from '@commonthread/govuk';

/** What is held of the reader, kind by kind. */
@Component({
  selector: 'ct-held-records',
  imports: [CountPipe],
  template: `
    <dl class="govuk-summary-list">
      @for (record of records(); track record.name) {
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">
            {{ record.title }}
            <span class="ct-soft ct-line"
              ><ng-container i18n>{record.rows, plural,
                =0 {nothing}
                =1 {1 entry}
                other {{{ record.rows | ctCount }} entries}
              }</ng-container></span
            >
          </dt>
          <dd class="govuk-summary-list__value">
            {{ record.holds }}
            <span class="ct-soft ct-line" i18n>Kept: {{ record.keptFor }}</span>
          </dd>
        </div>
      }
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeldRecords {
  readonly records = input.required<readonly Api<'HeldRecordDto'>[]>();
}
