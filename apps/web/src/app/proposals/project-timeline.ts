import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { DayPipe, Tag } from '@commonthread/govuk';

type Milestone = Api<'MilestoneDto'>;
const WIDTH = 400;

/** Each step of a project on one scale of days, planned beside expected or done, and the same as a table with reasons. */
@Component({
  selector: 'ct-project-timeline',
  imports: [DayPipe, Tag],
  template: `
    <div class="ct-bars" aria-hidden="true">
      @for (row of rows(); track row.id) {
        <div class="ct-bars__label">{{ row.title }}</div>
        <svg class="ct-days" viewBox="-10 0 420 28" focusable="false">
          <line class="ct-intervals__axis" x1="0" x2="400" y1="14" y2="14" />
          <line class="ct-days__slip" [attr.x1]="row.planned" [attr.x2]="row.expected" y1="14" y2="14" />
          <line class="ct-days__planned" [attr.x1]="row.planned" [attr.x2]="row.planned" y1="4" y2="24" />
          <circle
            [class]="row.done ? 'ct-days__done' : 'ct-days__expected'"
            [attr.cx]="row.expected"
            cy="14"
            r="7"
          />
        </svg>
      }
      <p class="govuk-body-s ct-soft" i18n>
        A line marks the day that was planned, a dot the day now expected, a full dot the day it was done.
      </p>
    </div>
    <div class="ct-scroll" role="region" aria-label="Steps of the project" i18n-aria-label tabindex="0">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s" i18n>
          Steps, with every change of a day
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header" i18n>Step</th>
            <th scope="col" class="govuk-table__header" i18n>Planned</th>
            <th scope="col" class="govuk-table__header" i18n>Now</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (one of milestones(); track one.id) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">{{ one.title }}</th>
              <td class="govuk-table__cell">{{ one.plannedOn | ctDay }}</td>
              <td class="govuk-table__cell">
                @if (one.doneOn) {
                  <ct-tag colour="green" i18n>Done</ct-tag> {{ one.doneOn | ctDay }}
                } @else if (one.overdue) {
                  <ct-tag colour="red" i18n>Overdue</ct-tag>
                  <ng-container i18n>was expected on {{ one.forecastOn | ctDay }}</ng-container>
                } @else {
                  <ng-container i18n>expected on {{ one.forecastOn | ctDay }}</ng-container>
                }
                @for (slip of one.slips; track slip.at) {
                  <span class="ct-line ct-soft" i18n
                    >Moved from {{ slip.from | ctDay }} to {{ slip.to | ctDay }}: {{ slip.reason }}</span
                  >
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectTimeline {
  readonly milestones = input.required<readonly Milestone[]>();

  protected readonly rows = computed(() => {
    const days = this.milestones().flatMap((one) => [one.plannedOn, one.doneOn ?? one.forecastOn]);
    const times = days.map((day) => Date.parse(day));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const at = (day: string): number =>
      last > first ? Math.round(((Date.parse(day) - first) / (last - first)) * WIDTH) : WIDTH / 2;
    return this.milestones().map(({ id, title, plannedOn, forecastOn, doneOn }) => ({
      id,
      title,
      planned: at(plannedOn),
      expected: at(doneOn ?? forecastOn),
      done: doneOn !== null,
    }));
  });
}
