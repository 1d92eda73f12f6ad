import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Api, Problem } from '@commonthread/api-client';
import { Button } from '@commonthread/govuk';

export type Encoding = Api<'Encoding'>;

/** A file that is not UTF-8: how it would read, for whoever sent it to look at. */
export interface EncodingDoubt {
  readonly guess: Encoding;
  readonly line: number;
  readonly byte: number;
  readonly sample: readonly { readonly line: number; readonly text: string }[];
}

/** @returns `null` when something else was refused */
export function encodingDoubtOf(problem: Problem): EncodingDoubt | null {
  return problem.title === 'file.encoding-unsure' ? (problem as unknown as EncodingDoubt) : null;
}

/** Asks whether a file is read right before it is read. A wrong guess would change people's names. */
@Component({
  selector: 'ct-confirm-encoding',
  imports: [Button],
  template: `
    <div role="alert" id="encoding-doubt" tabindex="-1">
      <p class="govuk-body govuk-!-font-weight-bold" i18n>Are these lines right?</p>
      <p class="govuk-body" i18n>
        Nothing was stored. The file is not written in UTF-8: line {{ doubt().line }}, byte
        {{ doubt().byte }}. It looks like {{ label() }}. So read, these of its lines say:
      </p>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden" i18n>
          A sample of the file
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header" i18n>Line</th>
            <th scope="col" class="govuk-table__header" i18n>What it says</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of doubt().sample; track row.line) {
            <tr class="govuk-table__row">
              <td class="govuk-table__cell">{{ row.line }}</td>
              <td class="govuk-table__cell ct-hash">{{ row.text }}</td>
            </tr>
          }
        </tbody>
      </table>
      <button ctButton type="button" [busy]="busy()" (click)="confirmed.emit(doubt().guess)" i18n>
        Yes, every letter is right
      </button>
      <p class="govuk-body" i18n>If a letter is wrong, save the file as “CSV UTF-8” and choose it again.</p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmEncoding {
  readonly doubt = input.required<EncodingDoubt>();
  readonly busy = input(false);
  readonly confirmed = output<Encoding>();

  protected readonly label = computed(() => LABELS[this.doubt().guess]);
}

const LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': $localize`UTF-16, “Unicode text” in Excel`,
  'utf-16be': $localize`UTF-16, big-endian`,
  'windows-1252': $localize`Windows-1252, as Excel in Western Europe saves CSV`,
  'windows-1250': $localize`Windows-1250, of Central Europe`,
};
