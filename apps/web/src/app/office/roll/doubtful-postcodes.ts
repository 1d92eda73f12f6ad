import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { CountPipe } from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import type { Doubtful, Upload } from './roll-api.js';

/** What the officer says of postcodes; those left alone stay as they are shown. */
export type Rulings = ReadonlyMap<string, Doubtful['ruling']>;

const MOST_LINES = 20;

/** Postcodes of a file that are not known to lie in the place of the round, each with its lines and what becomes of it. */
@Component({
  selector: 'ct-doubtful-postcodes',
  imports: [CountPipe, Select],
  template: `
    <table class="govuk-table ct-stack" role="table">
      <caption class="govuk-table__caption govuk-table__caption--s" i18n>
        Postcodes that are not known to lie here:
        {{
          upload().doubtful | ctCount
        }}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>Postcode</th>
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>What is known</th>
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>Lines</th>
          <th scope="col" role="columnheader" class="govuk-table__header" i18n>Its people</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        @for (each of upload().doubtfulPostcodes; track each.postcode) {
          <tr class="govuk-table__row" role="row">
            <th scope="row" role="rowheader" class="govuk-table__header">{{ each.postcode }}</th>
            <td role="cell" class="govuk-table__cell" data-label="What is known" i18n-data-label>
              {{ known(each) }}
            </td>
            <td role="cell" class="govuk-table__cell" data-label="Lines" i18n-data-label>
              {{ lines(each) }}
            </td>
            <td role="cell" class="govuk-table__cell" data-label="Its people" i18n-data-label>
              @if (upload().rehearsed) {
                <ct-select
                  [fieldId]="'ruling-' + each.postcode.replace(' ', '-')"
                  [label]="ask(each)"
                  [choices]="choices"
                  [value]="rulings().get(each.postcode) ?? each.ruling"
                  (valueChange)="rule(each.postcode, $event)"
                />
              } @else {
                {{ said(each.ruling) }}
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (upload().doubtful > upload().doubtfulPostcodes.length) {
      <p class="govuk-body" i18n>
        The first {{ upload().doubtfulPostcodes.length | ctCount }} are shown. If most of them do lie here,
        have an administrator import the list of postcodes, or add a column “ward” to the file.
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DoubtfulPostcodes {
  readonly upload = input.required<Upload>();
  readonly rulings = model.required<Rulings>();

  protected readonly choices = (['ask', 'take', 'leave'] as const).map((value) => ({
    value,
    label: this.said(value),
  }));

  protected said(ruling: Doubtful['ruling']): string {
    switch (ruling) {
      case 'ask':
        return $localize`Decide each person`;
      case 'take':
        return $localize`Add them: it lies here`;
      case 'leave':
        return $localize`Leave them out: it does not`;
    }
  }

  protected known({ where }: Doubtful): string {
    switch (where) {
      case 'far':
        return $localize`Of another part of the country`;
      case 'unknown':
        return $localize`In no list of postcodes here`;
      case 'split':
        return $localize`In more than one place, or the list does not say in which`;
      case 'outside':
        return $localize`In another place, as far as most of its homes go`;
      case 'inside':
        return '';
    }
  }

  protected lines({ lines, people }: Doubtful): string {
    const shown = lines.slice(0, MOST_LINES).join(', ');
    return people > MOST_LINES ? $localize`${shown}:lines: and ${people - MOST_LINES}:count: more` : shown;
  }

  protected ask({ postcode }: Doubtful): string {
    return $localize`What becomes of the people of ${postcode}:postcode:?`;
  }

  protected rule(postcode: string, ruling: string): void {
    this.rulings.update((said) => new Map(said).set(postcode, ruling as Doubtful['ruling']));
  }
}
