import type { Ballot, Election, Measures, Outcome, RuleSpec } from '@commonthread/voting';

/** Everything about an election but its ballots. */
export type Paper = Omit<Election, 'ballots'>;

/** What the counting thread is told, in this order: begin, ballots (any number of times), count. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly paper: Paper }
  | { readonly kind: 'ballots'; readonly ballots: readonly Ballot[] }
  | { readonly kind: 'count'; readonly specs: readonly RuleSpec[]; readonly explain: boolean };

/** One rule's result. */
export interface Counted {
  readonly outcome: Outcome;
  readonly measures: Measures;
  /** Equal Shares only: per cent of its cost that a losing project's supporters could have paid. */
  readonly effectiveSupport: Readonly<Record<string, number>>;
  /** Wall time of the count alone. */
  readonly seconds: number;
}

/** What it answers. A refusal is the voting library's: the data, not the program, is at fault. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'counted'; readonly results: readonly Counted[] }
  | { readonly kind: 'refused'; readonly reason: string };
