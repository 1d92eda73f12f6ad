import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Button, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { RollApi } from './roll-api.js';

/** Lost passes: asked for by one officer with a reason, confirmed by another. */
@Component({
  selector: 'ct-reissues',
  imports: [Button, ErrorSummary, TimePipe, Waiting],
  template: `
    <section id="reissues" tabindex="-1" aria-labelledby="reissues-heading">
      <h2 class="govuk-heading-m" id="reissues-heading" i18n>Lost passes</h2>
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      @if (reissues(); as list) {
        @if (list.length > 0) {
          <table class="govuk-table ct-stack" role="table">
            <caption class="govuk-table__caption govuk-visually-hidden" i18n>
              Requests to issue a lost pass again, newest first
            </caption>
            <thead class="govuk-table__head" role="rowgroup">
              <tr class="govuk-table__row" role="row">
                <th scope="col" role="columnheader" class="govuk-table__header" i18n>Reason</th>
                <th scope="col" role="columnheader" class="govuk-table__header" i18n>Asked</th>
                <th scope="col" role="columnheader" class="govuk-table__header" i18n>Second officer</th>
              </tr>
            </thead>
            <tbody class="govuk-table__body" role="rowgroup">
              @for (each of list; track each.id) {
                <tr class="govuk-table__row" role="row">
                  <th scope="row" role="rowheader" class="govuk-table__header">{{ each.reason }}</th>
                  <td role="cell" class="govuk-table__cell" data-label="Asked" i18n-data-label>
                    {{ each.askedAt | ctTime }}
                  </td>
                  <td role="cell" class="govuk-table__cell" data-label="Second officer" i18n-data-label>
                    @if (each.confirmedAt) {
                      <ng-container i18n>confirmed, {{ each.confirmedAt | ctTime }}</ng-container>
                    } @else if (each.mine) {
                      <ng-container i18n>You asked. Another officer must confirm it.</ng-container>
                    } @else if (mayConfirm()) {
                      <button
                        ctButton="secondary"
                        class="govuk-!-margin-bottom-0"
                        type="button"
                        [busy]="act.busy()"
                        (click)="confirm(each.id)"
                      >
                        <ng-container i18n>Confirm</ng-container>
                        <span class="govuk-visually-hidden">: {{ each.reason }}</span>
                      </button>
                    } @else {
                      <ng-container i18n>waiting</ng-container>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <p class="govuk-body" i18n>No lost pass has been asked for again.</p>
        }
      } @else {
        <ct-waiting [resource]="asked" what="the lost passes" i18n-what />
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Reissues {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly mayConfirm = input.required<boolean>();
  readonly confirmed = output<void>();

  protected readonly asked = this.api.reissues(this.slug, () => true);
  protected readonly reissues = lastValue(this.asked);
  protected readonly act = new Act('reissues');

  protected async confirm(id: string): Promise<void> {
    const done = await this.act.run(async () =>
      this.asked.set(await this.api.confirmReissue(this.slug(), id)),
    );
    if (done) this.confirmed.emit();
  }
}
