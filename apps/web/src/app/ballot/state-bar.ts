import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/**
 * `draft`, `cast` and `changed` are the three states a vote is in; `changing` is a draft beside a vote that stands,
 * `unfinished` a vote of which nobody here knows whether it arrived.
 */
export type VoteState = 'draft' | 'unfinished' | 'cast' | 'changing' | 'changed';

const WORDS: Readonly<Record<VoteState, { name: () => string; means: () => string }>> = {
  draft: {
    name: () => $localize`Draft`,
    means: () =>
      $localize`This is a draft. It does not count until you cast it. It is kept on this device only.`,
  },
  unfinished: {
    name: () => $localize`Not finished`,
    means: () =>
      $localize`Casting was interrupted. We do not know yet whether your vote arrived. Finish it: it can only count once.`,
  },
  cast: {
    name: () => $localize`Cast`,
    means: () => $localize`Your vote is in the ballot box. You can change it until voting ends.`,
  },
  changing: {
    name: () => $localize`Draft of a change`,
    means: () => $localize`Your vote from before still counts, as it is, until you cast this change.`,
  },
  changed: {
    name: () => $localize`Changed`,
    means: () => $localize`Your change is in the ballot box. It replaced your vote from before.`,
  },
};

/** Which state the reader's vote is in, in words, always in sight. */
@Component({
  selector: 'ct-state-bar',
  template: `
    <div [class]="'ct-state-bar ct-state-bar--' + state()" role="status">
      <strong class="ct-state-bar__name"
        ><span class="govuk-visually-hidden" i18n>Your vote: </span>{{ words().name }}</strong
      >&ngsp;<span>{{ words().means }}</span>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateBar {
  readonly state = input.required<VoteState>();

  protected readonly words = computed(() => {
    const { name, means } = WORDS[this.state()];
    return { name: name(), means: means() };
  });
}
