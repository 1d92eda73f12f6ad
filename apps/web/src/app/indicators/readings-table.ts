import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Tag } from '@commonthread/govuk';
import { rangeWords, readingWords } from './reading-words.js';

/** Readings with all a reader needs to judge them: base, range, way of asking, source, caution. */
@Component({
  selector: 'ct-readings-table',
  imports: [Tag],
  template: `
    <table class="govuk-table ct-stack" role="table">
      <caption class="govuk-table__caption govuk-visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>What and who</th>
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>Reading</th>
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>How it was asked</th>
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>Source and caution</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        @for (reading of readings(); track reading.id) {
          <tr class="govuk-table__row" role="row">
            <th scope="row" role="rowheader" class="govuk-table__header">
              {{ reading.label }}
              <span class="ct-under">{{ reading.population }}, {{ reading.period }}</span>
              @if (reading.invented) {
                <ct-tag colour="purple" i18n>Invented example</ct-tag>
              }
            </th>
            <td role="cell" class="govuk-table__cell" data-label="Reading" i18n-data-label>
              {{ words(reading) }}
              <span class="ct-under">{{ range(reading) }}</span>
            </td>
            <td role="cell" class="govuk-table__cell" data-label="How it was asked" i18n-data-label>
              {{ reading.mode }}
            </td>
            <td role="cell" class="govuk-table__cell" data-label="Source and caution" i18n-data-label>
              {{ reading.source }}
              @if (reading.caution) {
                <span class="ct-under"><strong i18n>Caution:</strong> {{ reading.caution }}</span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingsTable {
  private readonly locale = inject(LOCALE_ID);

  readonly caption = input.required<string>();
  readonly readings = input.required<readonly Api<'ReadingDto'>[]>();

  protected words(reading: Api<'ReadingDto'>): string {
    return readingWords(reading, this.locale);
  }

  protected range(reading: Api<'ReadingDto'>): string {
    return rangeWords(reading, this.locale);
  }
}
