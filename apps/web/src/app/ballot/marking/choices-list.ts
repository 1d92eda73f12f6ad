import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Choice, StylePaper } from '@commonthread/ballot-protocol';
import { MoneyPipe } from '@commonthread/govuk';
import { kindOf } from './paper-words.js';

/** Choices to read, not to change. */
@Component({
  selector: 'ct-choices-list',
  imports: [MoneyPipe],
  template: `
    @if (lines().length > 0) {
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            @if (kind() === 'ranked') {
              <th scope="col" class="govuk-table__header" i18n>Place</th>
            }
            <th scope="col" class="govuk-table__header" i18n>Project</th>
            @if (kind() === 'points') {
              <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>Points</th>
            } @else {
              <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>Cost</th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (line of lines(); track line.id; let at = $index) {
            <tr class="govuk-table__row">
              @if (kind() === 'ranked') {
                <td class="govuk-table__cell">{{ at + 1 }}</td>
              }
              <td class="govuk-table__cell ct-anywhere">{{ line.title }}</td>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                @if (kind() === 'points') {
                  {{ line.points }}
                } @else {
                  {{ line.costMinor | ctMoney: currency() }}
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="govuk-body" i18n>
        No project is chosen. A vote for nothing is allowed here: it counts as having voted, and supports no
        project.
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoicesList {
  readonly paper = input.required<StylePaper>();
  readonly currency = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly caption = input($localize`Your choices`);

  protected readonly kind = computed(() => kindOf(this.paper()));
  protected readonly lines = computed(() => {
    const byId = new Map(this.paper().projects.map((project) => [project.id, project]));
    return this.choices().map((choice) => {
      const [id, points] = typeof choice === 'string' ? [choice, null] : choice;
      const project = byId.get(id);
      return { id, points, title: project?.title ?? id, costMinor: project?.costMinor ?? 0 };
    });
  });
}
