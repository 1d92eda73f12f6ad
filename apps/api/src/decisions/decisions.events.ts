import type { EventKind } from '../platform/events/index.js';

/** The round is decided and every proposal on its paper funded or not. `number` is `D-1`. */
export const DECISION_PUBLISHED: EventKind<{ readonly number: string; readonly roundId: string }> = {
  name: 'decision.published',
};
