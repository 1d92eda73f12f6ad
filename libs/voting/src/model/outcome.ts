import type { RuleName, RuleSpec, TieRule } from './rule-spec.js';

/** An exact fraction in decimal digits, in lowest terms, den > 0. Survives JSON. */
export interface Fraction {
  readonly num: string;
  readonly den: string;
}

/** What was compared to choose the project of a round; decides how `key` reads. */
export type KeyName =
  | 'votes'
  | 'score'
  | 'votes-per-cost'
  | 'score-per-cost'
  | 'borda-per-cost'
  | 'effective-support'
  | 'load'
  | 'welfare';

/** One project funded, in the order the rule funded them. */
export interface RoundRecord {
  /** From 1. */
  readonly round: number;
  /** Whether the rule itself, its completion, or the spending of left-over money chose it. */
  readonly phase: 'rule' | 'completion' | 'leftover';
  readonly projectId: string;
  readonly costMinor: number;
  /** Budget still unspent after this round; negative only under the Poznan 80 % rule. */
  readonly remainingMinor: number;
  readonly keyName: KeyName;
  /** For display; higher wins, except `load` (lower wins). `keyExact` is what was compared. */
  readonly key: number;
  readonly keyExact: Fraction;
  /** Ballots that give this project something. */
  readonly supporters: number;
  /** Equal Shares only: who paid. */
  readonly payments?: Payments;
}

/** How a project's cost was shared among its supporters in an Equal Shares round. Money rounded to minor units. */
export interface Payments {
  /** All the supporters had left before paying, rounded down. */
  readonly moneyBehindMinor: number;
  /** Supporters who paid the whole price asked of them, and the largest such price. */
  readonly paidInFull: number;
  readonly largestPaymentMinor: number;
  /** Supporters with some money, but less than asked: they paid all they had. */
  readonly paidAllTheyHad: number;
  readonly theirTotalMinor: number;
  /** Supporters who had nothing left and paid nothing. */
  readonly hadNothing: number;
}

/** Several projects were exactly level and the tie-break chose. */
export interface TieMet {
  readonly round: number;
  readonly phase: RoundRecord['phase'];
  /** Level projects, in tie-break order; the first is `chosen`. */
  readonly projectIds: readonly string[];
  readonly chosen: string;
  readonly resolvedBy: TieRule;
  /** What they were level on, for display. */
  readonly key: number;
  /** In how many of the endowments tried this same tie was met; 1 outside add1. */
  readonly times: number;
  /** Whether it happened in the run that gave the winners. */
  readonly inFinalRun: boolean;
}

/** Money one project's supporters had already put into another. */
export interface SpentElsewhere {
  readonly projectId: string;
  /** Voters who support both. */
  readonly sharedVoters: number;
  /** Rounded to minor units. */
  readonly amountMinor: number;
}

/** Why a project stands where it stands. Every figure in a verdict sentence comes from here. */
export type Reason =
  | { readonly kind: 'funded'; readonly round: number; readonly phase: RoundRecord['phase'] }
  | { readonly kind: 'funded-from-reserve'; readonly round: number; readonly reserveMinor: number }
  | { readonly kind: 'part-funded'; readonly grantedMinor: number; readonly shortMinor: number }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'no-support' }
  | {
      readonly kind: 'below-threshold';
      readonly measure: 'votes' | 'score';
      readonly had: number;
      readonly needed: number;
    }
  | { readonly kind: 'conflict'; readonly withProjectId: string }
  | { readonly kind: 'dearer-than-budget'; readonly shortMinor: number }
  | {
      readonly kind: 'did-not-fit';
      readonly phase: RoundRecord['phase'];
      readonly remainingMinor: number;
      readonly shortMinor: number;
      /** What it lacked to be reached while the money lasted; absent when no number of votes would do. */
      readonly lacked?: { readonly measure: 'votes' | 'score'; readonly more: number };
    }
  | {
      readonly kind: 'count-stopped';
      /** The project that did not fit and ended the count. */
      readonly atProjectId: string;
      readonly remainingMinor: number;
      readonly lacked?: { readonly measure: 'votes' | 'score'; readonly more: number };
    }
  | {
      readonly kind: 'group-cap';
      readonly of: 'category' | 'neighbourhood';
      readonly group: string;
      readonly capMinor: number;
      readonly shortMinor: number;
    }
  | {
      readonly kind: 'not-eligible';
      /** Swiecie: votes/n < cost/(3 x budget). */
      readonly votes: number;
      readonly votesNeeded: number;
    }
  | {
      readonly kind: 'supporters-too-few';
      readonly supporters: number;
      /** All its supporters' shares together, before anything was bought, rounded down; with `shortMinor` it makes the cost. */
      readonly moneyMinor: number;
      readonly shortMinor: number;
      readonly completion?: { readonly remainingMinor: number; readonly shortMinor: number };
    }
  | {
      readonly kind: 'money-spent-elsewhere';
      /** The round after which its supporters could no longer pay for it. */
      readonly afterRound: number;
      readonly supporters: number;
      /** What its supporters had left after it, rounded down; with `shortMinor` it makes the cost. */
      readonly moneyMinor: number;
      readonly shortMinor: number;
      /** Largest first. */
      readonly spentOn: readonly SpentElsewhere[];
      readonly completion?: { readonly remainingMinor: number; readonly shortMinor: number };
    }
  | { readonly kind: 'lost-comparison' }
  | { readonly kind: 'not-in-best-set' };

/** Everything published about one project. */
export interface ProjectOutcome {
  readonly id: string;
  /** Ballots that list it. */
  readonly votes: number;
  /** Points it got (approval: = votes; rankings: last listed gets 1). */
  readonly score: number;
  readonly costMinor: number;
  readonly funded: boolean;
  /** Position in `winners` from 1; null when not funded. */
  readonly order: number | null;
  readonly reason: Reason;
}

/** The result of one count; JSON round trips unchanged. */
export interface Outcome {
  readonly rule: RuleName;
  readonly version: string;
  /** The full spec counted with, defaults filled in. */
  readonly params: RuleSpec;
  /** Ids in the order funded. */
  readonly winners: readonly string[];
  readonly totalCostMinor: number;
  readonly budgetMinor: number;
  /** n, empty ballots included. */
  readonly ballots: number;
  /** Welfare maximum only: the sum that was maximised, decimal digits. */
  readonly objective?: string;
  /** Equal Shares only: each voter's share in the final run, minor units. */
  readonly endowment?: Fraction;
  /** add1 and budget-increase: how many increases were kept. */
  readonly increments?: number;
  /** Comparison step: which outcome more voters preferred. */
  readonly comparison?: {
    readonly preferRule: number;
    readonly preferGreedy: number;
    readonly kept: 'equal-shares' | 'greedy';
  };
  readonly rounds: readonly RoundRecord[];
  readonly ties: readonly TieMet[];
  /** In paper order. */
  readonly projects: readonly ProjectOutcome[];
}
