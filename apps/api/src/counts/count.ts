import type { Measures, Outcome, RuleSpec } from '@commonthread/voting';

export const COUNT_STATES = ['queued', 'running', 'run', 'signed-off', 'published', 'failed'] as const;
export type CountState = (typeof COUNT_STATES)[number];

export interface Signature {
  readonly personId: string;
  readonly at: Date;
}

/** One count of one round, without its rows. */
export interface Count {
  readonly id: string;
  readonly roundId: string;
  readonly state: CountState;
  /** 0..1. */
  readonly progress: number;
  readonly rule: RuleSpec;
  readonly inputsSha256: string | null;
  readonly seconds: number | null;
  readonly winners: number | null;
  /** Minor units of the round's currency. */
  readonly totalCostMinor: number | null;
  readonly startedAt: Date;
  readonly computedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly failure: string | null;
  /** Oldest first. */
  readonly signatures: readonly Signature[];
}

/** What a count found, as it is stored once and never changed. */
export interface CountResult {
  readonly outcome: Outcome;
  readonly measures: Measures;
  readonly inputsSha256: string;
  readonly seconds: number;
  readonly projects: readonly CountedProject[];
}

export interface CountedProject {
  readonly ballotId: string;
  readonly votes: number;
  readonly score: number;
  readonly funded: boolean;
  /** Position among the winners, from 1. */
  readonly order: number | null;
  /** Why it won or lost; every figure comes from the count. */
  readonly sentences: readonly string[];
}

/** The same ballots under one other rule. */
export interface ComparedRule {
  readonly key: string;
  readonly rule: RuleSpec;
  readonly winners: readonly string[];
  readonly totalCostMinor: number;
  readonly measures: Measures;
  readonly seconds: number;
}
