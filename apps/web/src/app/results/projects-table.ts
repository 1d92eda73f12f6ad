import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { CountPipe, MoneyPipe } from '@commonthread/govuk';

/** Projects of a count with their cost, their votes and why each won or lost. */
@Component({
  selector: 'ct-projects-table',
  imports: [CountPipe, MoneyPipe, RouterLink],
  template: `
    <table class="govuk-table ct-stack" role="table">
      <caption class="govuk-table__caption govuk-visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          @if (ordered()) {
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Order</th>
          }
          <th scope="col" role="columnheader" class="govuk-table__header ct-grow" i18n>Project</th>
          <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
            Cost
          </th>
          <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
            Votes
          </th>
          @if (hasScores()) {
            <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
              Points
            </th>
          }
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        @for (project of projects(); track project.ballotId) {
          <tr class="govuk-table__row" role="row">
            @if (ordered()) {
              <td role="cell" class="govuk-table__cell" data-label="Funded in place" i18n-data-label>
                {{ project.order }}
              </td>
            }
            <th scope="row" role="rowheader" class="govuk-table__header">
              <a class="govuk-link" [routerLink]="['/proposals', project.proposalNumber]">{{
                project.title
              }}</a>
              @if (where(project); as words) {
                <span class="ct-under">{{ words }}</span>
              }
              <details class="govuk-details ct-why">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text"
                    ><ng-container i18n>Why?</ng-container
                    ><span class="govuk-visually-hidden"> {{ project.title }}</span></span
                  >
                </summary>
                <div class="govuk-details__text">
                  @for (sentence of project.sentences; track $index) {
                    <p class="govuk-body-s">{{ sentence }}</p>
                  }
                  @if (project.selectedByCity) {
                    <p class="govuk-body-s" i18n>Chosen by the city itself: {{ project.selectedByCity }}.</p>
                  }
                </div>
              </details>
            </th>
            <td
              role="cell"
              class="govuk-table__cell govuk-table__cell--numeric"
              data-label="Cost"
              i18n-data-label
            >
              {{ project.costPence | ctMoney: currency() }}
            </td>
            <td
              role="cell"
              class="govuk-table__cell govuk-table__cell--numeric"
              data-label="Votes"
              i18n-data-label
            >
              {{ project.votes | ctCount }}
            </td>
            @if (hasScores()) {
              <td
                role="cell"
                class="govuk-table__cell govuk-table__cell--numeric"
                data-label="Points"
                i18n-data-label
              >
                @if (project.score !== null) {
                  {{ project.score | ctCount }}
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectsTable {
  readonly caption = input.required<string>();
  readonly projects = input.required<readonly Api<'ProjectResultDto'>[]>();
  readonly currency = input.required<string>();
  /** Whether the order in which they were funded is shown. */
  readonly ordered = input(false);

  protected readonly hasScores = computed(() => this.projects().some(({ score }) => score !== null));

  protected where({ place, neighbourhood, category }: Api<'ProjectResultDto'>): string {
    return [place?.kind === 'council' ? neighbourhood : (place?.name ?? neighbourhood), category]
      .filter(Boolean)
      .join(', ');
  }
}
