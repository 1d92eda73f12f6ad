import type { ThroughApi } from '../through-api.js';

/** Everybody who writes something, by their hand on the API. */
export interface Cast {
  readonly author: ThroughApi;
  readonly other: ThroughApi;
  readonly officer: ThroughApi;
  readonly second: ThroughApi;
  readonly third: ThroughApi;
  readonly moderator: ThroughApi;
  readonly secondModerator: ThroughApi;
  readonly facilitator: ThroughApi;
}
