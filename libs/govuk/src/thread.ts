import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export const THREAD_STEPS = [
  'heard',
  'proposed',
  'reviewed',
  'voted',
  'decided',
  'delivered',
  'did-it-work',
] as const;
export type ThreadStep = (typeof THREAD_STEPS)[number];

const NAMES: Readonly<Record<ThreadStep, () => string>> = {
  heard: () => $localize`Heard`,
  proposed: () => $localize`Proposed`,
  reviewed: () => $localize`Reviewed`,
  voted: () => $localize`Voted`,
  decided: () => $localize`Decided`,
  delivered: () => $localize`Delivered`,
  'did-it-work': () => $localize`Did it work?`,
};

/**
 * The seven steps of the thread and where on it this stands. An ordered list, so it reads as one without
 * styles; side by side on wide screens, one below the other on narrow ones.
 */
@Component({
  selector: 'ct-thread',
  template: `
    <ol class="ct-thread" [attr.aria-label]="label()">
      @for (step of steps(); track step.key) {
        <li
          [class]="'ct-thread__step ct-thread__step--' + step.state"
          [attr.aria-current]="step.state === 'now' ? 'step' : null"
        >
          <span class="ct-thread__name">{{ step.name }}</span>
          @if (step.says) {
            <span class="govuk-visually-hidden">: {{ step.says }}</span>
          }
          @if (step.note) {
            <span class="ct-thread__note">{{ step.note }}</span>
          }
        </li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Thread {
  /** The step in hand; `null` shows the thread itself, with no step marked. */
  readonly current = input<ThreadStep | null>(null);
  /** Whether the current step is over too: nothing is in hand, what is done is done. */
  readonly finished = input(false);
  /** A few words under a step: a date, a number, why it ended here. */
  readonly notes = input<Readonly<Partial<Record<ThreadStep, string>>>>({});
  readonly label = input($localize`Where this stands on the thread`);

  protected readonly steps = computed(() => {
    const current = this.current();
    const at = current === null ? -1 : THREAD_STEPS.indexOf(current);
    return THREAD_STEPS.map((key, index) => {
      const state =
        current === null
          ? 'plain'
          : index < at || (index === at && this.finished())
            ? 'done'
            : index === at
              ? 'now'
              : 'next';
      const says = { plain: '', done: $localize`done`, now: $localize`now`, next: $localize`not yet` }[state];
      return { key, state, says, name: NAMES[key](), note: this.notes()[key] };
    });
  });
}
