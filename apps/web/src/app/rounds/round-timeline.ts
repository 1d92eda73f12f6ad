import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { DayPipe } from '@commonthread/govuk';
import { UntilPipe } from '../shell/until.js';
import type { Round } from './rounds-api.js';

type Kind = Round['phases'][number]['kind'];

const ORDER: readonly Kind[] = ['ideas', 'review', 'voting', 'counting', 'delivering'];
/** How many phases are over in each state. */
const OVER: Readonly<Record<Round['state'], number>> = {
  draft: 0,
  ideas: 0,
  review: 1,
  voting: 2,
  counting: 3,
  decided: 4,
  delivering: 4,
  closed: 5,
  cancelled: 0,
};

/** The phases of a round, one below the other, each with its dates and whether it is over. */
@Component({
  selector: 'ct-round-timeline',
  imports: [DayPipe, UntilPipe],
  template: `
    <ol class="ct-timeline">
      @for (phase of phases(); track phase.kind) {
        <li
          [class]="'ct-timeline__item ct-timeline__item--' + phase.stands"
          [attr.aria-current]="phase.stands === 'now' ? 'step' : null"
        >
          <strong class="ct-timeline__name">{{ phase.name }}</strong>
          @if (phase.says) {
            <span class="ct-timeline__says">{{ phase.says }}</span>
          }
          <span class="ct-timeline__dates" i18n
            >From {{ phase.opensAt | ctDay }} until {{ phase.closesAt | ctUntil }}</span
          >
        </li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundTimeline {
  readonly round = input.required<Pick<Round, 'phases' | 'state'>>();

  protected readonly phases = computed(() => {
    const { phases, state } = this.round();
    const names: Readonly<Record<Kind, string>> = {
      ideas: $localize`Ideas`,
      review: $localize`Review by officers`,
      voting: $localize`Voting`,
      counting: $localize`Counting`,
      delivering: $localize`Delivery`,
    };
    const says = { over: $localize`Over`, now: $localize`Now`, coming: $localize`To come`, unsaid: '' };
    return [...phases]
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
      .map((phase) => {
        const stands: keyof typeof says =
          state === 'cancelled' || state === 'draft'
            ? 'unsaid'
            : phase.kind === state
              ? 'now'
              : ORDER.indexOf(phase.kind) < OVER[state]
                ? 'over'
                : 'coming';
        return { ...phase, name: names[phase.kind], stands, says: says[stands] };
      });
  });
}
