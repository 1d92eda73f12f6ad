import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  ViewEncapsulation,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { formatMoney, MoneyPipe } from '@commonthread/govuk';
import { serialText } from './read-ticks.js';
import type { SheetProject } from './sheet-projects.js';

/** One paper ballot, on pages of its own. The head of its table repeats its number on each. */
@Component({
  selector: 'ct-printed-sheet',
  imports: [MoneyPipe],
  template: `
    <section class="ct-sheet" [class.ct-sheet--large]="large()" [attr.aria-label]="label()">
      <p class="ct-sheet__title">{{ round().title }}</p>
      <p class="ct-sheet__place">{{ round().place.name }}</p>
      <p class="ct-sheet__how">
        <strong>{{ how() }}</strong>
      </p>
      <ul class="ct-sheet__rules">
        <li i18n>Write nothing else on this sheet: no name, no sign.</li>
        <li i18n>Made a mistake? Hand the sheet back and ask for another.</li>
        <li i18n>When you are done, fold it and put it into the box.</li>
        <li i18n>Whoever votes on paper cannot vote online too.</li>
      </ul>
      <table class="ct-sheet__projects">
        <thead>
          <tr>
            <th scope="col" i18n>Project</th>
            <th scope="col" class="ct-sheet__cost" i18n>Cost</th>
            <th scope="col" class="ct-sheet__serial">
              <span i18n>Sheet</span>&ngsp;<strong>{{ serialText() }}</strong>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (project of projects(); track project.ballotId) {
            <tr>
              <td>
                <strong>{{ project.number }}.</strong> {{ project.title }}
              </td>
              <td class="ct-sheet__cost">{{ project.costPence | ctMoney: round().currency }}</td>
              <td class="ct-sheet__mark">
                <span class="ct-sheet__box" [class.ct-sheet__box--wide]="isWritten()"></span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </section>
  `,
  styleUrl: './printed-sheet.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrintedSheet {
  private readonly locale = inject(LOCALE_ID);

  readonly round = input.required<Api<'RoundDto'>>();
  readonly projects = input.required<readonly SheetProject[]>();
  readonly serial = input.required<string>();
  readonly large = input(false);

  protected readonly serialText = computed(() => serialText(this.serial()));
  protected readonly label = computed(() => $localize`Sheet ${this.serialText()}:serial:`);
  /** Whether a number is written into the box instead of a tick. */
  protected readonly isWritten = computed(() => ['ranked', 'points'].includes(this.round().ballotStyle));
  protected readonly how = computed(() => {
    const { ballotStyle, minChoices, maxChoices, pointsPerBallot, budgetPence, currency } = this.round();
    switch (ballotStyle) {
      case 'choose-1':
        return $localize`Tick one project.`;
      case 'knapsack':
        return $localize`Tick projects that together cost no more than ${formatMoney(budgetPence, currency, this.locale)}:budget:.`;
      case 'ranked':
        return maxChoices === null
          ? $localize`Write 1 beside the project you want most, 2 beside the next, and so on.`
          : $localize`Write 1 beside the project you want most, 2 beside the next, and so on up to ${maxChoices}:most:.`;
      case 'points':
        return $localize`Share out up to ${pointsPerBallot ?? 0}:points: points: write beside a project how many it gets.`;
      case 'approval':
        return approvalWords(minChoices, maxChoices);
    }
  });
}

function approvalWords(least: number | null, most: number | null): string {
  if (least !== null && most !== null)
    return $localize`Tick at least ${least}:least: and at most ${most}:most: projects.`;
  if (most !== null) return $localize`Tick up to ${most}:most: projects.`;
  if (least !== null) return $localize`Tick at least ${least}:least: projects.`;
  return $localize`Tick every project that you want.`;
}
