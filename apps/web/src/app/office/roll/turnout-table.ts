import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { CountPipe, DayPipe } from '@commonthread/govuk';

/** How many took part, by day and channel. Small counts are hidden, as for everybody. */
@Component({
  selector: 'ct-turnout-table',
  imports: [CountPipe, DayPipe],
  template: `
    @let all = turnout();
    @if (all.days.length > 0) {
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden" i18n>
          Passes and sheets issued, by day
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header" i18n>Day</th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>Online</th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>On paper</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (day of all.days; track day.day) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">{{ day.day | ctDay }}</th>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                @if (day.online === null) {
                  <ng-container i18n>few</ng-container>
                } @else {
                  {{ day.online | ctCount }}
                }
              </td>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                @if (day.paper === null) {
                  <ng-container i18n>few</ng-container>
                } @else {
                  {{ day.paper | ctCount }}
                }
              </td>
            </tr>
          }
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header" i18n>So far</th>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              @if (all.passesOnline === null) {
                <ng-container i18n>few</ng-container>
              } @else {
                {{ all.passesOnline | ctCount }}
              }
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              @if (all.paperIssued === null) {
                <ng-container i18n>few</ng-container>
              } @else {
                {{ all.paperIssued | ctCount }}
              }
            </td>
          </tr>
        </tbody>
      </table>
      <p class="govuk-body-s ct-text" i18n>
        Counts from 1 to {{ all.smallestCount - 1 }} are shown as “few”, here as on public pages. Nothing is
        said about projects before the count.
      </p>
    } @else {
      <p class="govuk-body" i18n>Nobody has been issued a pass or a sheet yet.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnoutTable {
  readonly turnout = input.required<Api<'TurnoutDto'>>();
}
