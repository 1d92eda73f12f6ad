export type RuleName = 'greedy' | 'equal-shares' | 'phragmen' | 'max-welfare';

/**
 * What one voter gets out of one funded project.
 * cost: its cost if listed; card: 1 if listed; points: the points given (rankings: last listed 1);
 * costpoints: cost x points; borda0/borda1: rankings only, last listed gets 0 or 1.
 */
export type Utility = 'cost' | 'card' | 'points' | 'costpoints' | 'borda0' | 'borda1';

/** What happens with money the rule itself leaves unspent. */
export type Completion = 'none' | 'add1' | 'add1u' | 'utilitarian' | 'budget-increase';

/**
 * Total order that settles exact ties.
 * id: id string, code-point order ("10" < "9"); min-cost: lower cost, then more votes; max-cost: higher cost, then more votes;
 * max-votes: more votes, then lower cost; lot: SHA-256 of seed, newline, id, ascending; paper-order: as listed.
 * min-cost, max-cost and max-votes end by lot when a seed is given, else by id.
 */
export type TieRule = 'id' | 'min-cost' | 'max-cost' | 'max-votes' | 'lot' | 'paper-order';

interface CommonSpec {
  /** Of the rule's definition; an outcome stays re-countable under the version it was counted with. */
  readonly version: string;
  readonly tie: TieRule;
  /** Published before the vote; needed by `lot`. */
  readonly tieSeed?: string;
  /** Fewer than this many votes (or points): not considered. 1: somebody must have voted for it; 0 = no threshold. */
  readonly minVotes: number;
  /** The same as a percentage of all ballots, 0..100; the higher of the two holds. */
  readonly minVotesPercent: number;
  readonly thresholdOn: 'votes' | 'score';
  /** Groups of ids of which at most one can be funded (same site, say). */
  readonly conflicts: readonly (readonly string[])[];
}

/** Most votes (or most votes per money) first, while the money lasts. */
export interface GreedySpec extends CommonSpec {
  readonly rule: 'greedy';
  /** cost: votes; costpoints: points; card: votes per money; points, borda0, borda1: those per money. */
  readonly utility: Utility;
  readonly completion: 'none';
  /** skip: pass over what does not fit; stop: end there; reserve: end there, but fund it if most of it is left. */
  readonly onMisfit: 'skip' | 'stop' | 'reserve';
  /** With `reserve`: percentage of its cost that must be left, 1..100 (Poznan: 80). */
  readonly reservePercent: number;
  /** Most money for one category, minor units. */
  readonly categoryCaps: Readonly<Record<string, number>>;
  readonly neighbourhoodCaps: Readonly<Record<string, number>>;
  /** After the caps: none; fill: go on without caps; part: give the rest to the next best project. */
  readonly leftover: 'none' | 'fill' | 'part';
}

/** Method of Equal Shares. */
export interface EqualSharesSpec extends CommonSpec {
  readonly rule: 'equal-shares';
  readonly utility: Utility;
  readonly completion: Completion;
  /** add1: minor units added per voter and step; 0 = one currency unit. budget-increase: per step to the whole budget; 0 = 1 %. */
  readonly increment: number;
  /** Share before the first increase: budget/n exactly, or rounded down to whole currency units. */
  readonly start: 'exact' | 'floor';
  /** Whether add1 also stops as soon as no further supported project fits. */
  readonly exhaustiveStop: boolean;
  /** Give the greedy outcome instead when strictly more voters are better off with it. */
  readonly comparison: 'none' | 'satisfaction' | 'exclusion-ratio';
  /** Swiecie: leave out projects with votes/n < cost/(3 x budget). */
  readonly eligibilityFilter: boolean;
}

/** Sequential Phragmen with a budget: spreads the load of costs over supporters. Reads listing only, never points. */
export interface PhragmenSpec extends CommonSpec {
  readonly rule: 'phragmen';
  readonly utility: 'cost';
  readonly completion: 'none' | 'utilitarian';
  readonly onMisfit: 'stop' | 'skip';
}

/** The affordable set with the largest sum of utilities. For analysis. */
export interface MaxWelfareSpec extends CommonSpec {
  readonly rule: 'max-welfare';
  readonly utility: Utility;
  readonly completion: 'none';
}

/** A rule with all its parameters; plain JSON, frozen into a ballot paper and published with the outcome. */
export type RuleSpec = GreedySpec | EqualSharesSpec | PhragmenSpec | MaxWelfareSpec;
