import { DOCUMENT, ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, CountPipe, ErrorSummary } from '@commonthread/govuk';
import { Act } from '../act.js';
import { ClosingApi } from './closing-api.js';

/** The files that everybody can check the vote with, and their fingerprints. */
@Component({
  selector: 'ct-export-list',
  imports: [Button, CountPipe, ErrorSummary],
  template: `
    <div id="export" tabindex="-1">
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <table class="govuk-table ct-stack" role="table">
        <caption class="govuk-table__caption govuk-table__caption--m" i18n>
          Files of this vote
        </caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>File and its SHA-256</th>
            <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
              Bytes
            </th>
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Save</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          @for (each of files(); track each.file) {
            <tr class="govuk-table__row" role="row">
              <th scope="row" role="rowheader" class="govuk-table__header">
                {{ each.file }}
                <span class="ct-under ct-hash">{{ each.sha256 }}</span>
              </th>
              <td
                role="cell"
                class="govuk-table__cell govuk-table__cell--numeric"
                data-label="Bytes"
                i18n-data-label
              >
                {{ each.bytes | ctCount }}
              </td>
              <td role="cell" class="govuk-table__cell">
                <button
                  ctButton="secondary"
                  class="ct-aside-button"
                  type="button"
                  [busy]="act.busy()"
                  (click)="save(each)"
                >
                  <ng-container i18n>Save</ng-container>
                  <span class="govuk-visually-hidden">{{ each.file }}</span>
                </button>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportList {
  private readonly api = inject(ClosingApi);
  private readonly document = inject(DOCUMENT);

  readonly files = input.required<readonly Api<'ExportFileDto'>[]>();

  protected readonly act = new Act('export');

  protected async save({ file, address }: Api<'ExportFileDto'>): Promise<void> {
    await this.act.run(async () => {
      const link = this.document.createElement('a');
      link.href = URL.createObjectURL(await this.api.file(address));
      link.download = file;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
}
