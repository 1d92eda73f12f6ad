import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Details } from '@commonthread/govuk';
import type { Round } from './rounds-api.js';

/** Where an imported election comes from, and everything its file says about itself. */
@Component({
  selector: 'ct-imported-from',
  imports: [Details],
  template: `
    <p class="govuk-body ct-text" i18n>
      This election was read from the file <strong class="ct-anywhere">{{ source().fileName }}</strong>, in
      the Pabulib format in which cities and researchers publish participatory budgeting elections. Nobody
      voted on this site.
    </p>
    <ct-details summary="The file’s fingerprint" i18n-summary>
      <p class="govuk-body" i18n>
        A fingerprint (SHA-256) is computed from every character of a file. If one character changes, so does
        the fingerprint, so it shows whether you have the same file.
      </p>
      <p class="govuk-body ct-fingerprint">{{ source().sha256 }}</p>
    </ct-details>
    @if (source().meta.length > 0) {
      <ct-details summary="What the file says about the election" i18n-summary>
        <dl class="govuk-summary-list">
          @for (line of source().meta; track line.key) {
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{{ line.key }}</dt>
              <dd class="govuk-summary-list__value ct-anywhere">{{ line.value }}</dd>
            </div>
          }
        </dl>
      </ct-details>
    }
    @if (source().warnings.length > 0) {
      <ct-details [summary]="warningsHeading()">
        <ul class="govuk-list govuk-list--bullet">
          @for (warning of source().warnings; track $index) {
            <li class="ct-anywhere">{{ warning }}</li>
          }
        </ul>
      </ct-details>
    } @else {
      <p class="govuk-body" i18n>Nothing in the file needed a second look.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportedFrom {
  readonly source = input.required<NonNullable<Round['importedFrom']>>();

  protected warningsHeading(): string {
    return $localize`What we noticed while reading it (${this.source().warnings.length}:number:)`;
  }
}
