import type { Api } from '@commonthread/api-client';
import type { TagColour, ThreadStep } from '@commonthread/govuk';

type RoundState = Api<'RoundSummaryDto'>['state'];

const STATES: Readonly<
  Record<RoundState, { name: () => string; colour: TagColour; step: ThreadStep | null }>
> = {
  draft: { name: () => $localize`Draft`, colour: 'grey', step: null },
  ideas: { name: () => $localize`Open for ideas`, colour: 'green', step: 'proposed' },
  review: { name: () => $localize`Ideas being reviewed`, colour: 'yellow', step: 'reviewed' },
  voting: { name: () => $localize`Voting is open`, colour: 'green', step: 'voted' },
  counting: { name: () => $localize`Votes being counted`, colour: 'yellow', step: 'voted' },
  decided: { name: () => $localize`Decided`, colour: 'teal', step: 'decided' },
  delivering: { name: () => $localize`Being delivered`, colour: 'teal', step: 'delivered' },
  closed: { name: () => $localize`Closed`, colour: 'grey', step: 'did-it-work' },
  cancelled: { name: () => $localize`Cancelled`, colour: 'red', step: null },
};

/** The state in the reader's words. */
export function roundStateName(state: RoundState): string {
  return STATES[state].name();
}

export function roundStateColour(state: RoundState): TagColour {
  return STATES[state].colour;
}

/** Where on the thread a round in this state stands. */
export function roundStep(state: RoundState): ThreadStep | null {
  return STATES[state].step;
}
