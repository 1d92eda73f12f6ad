import type { ContributionKind, Fate } from '../contributions/index.js';
import type { DecisionLetter } from '../decisions/index.js';

/** Why somebody is told. `follow`: asked to hear of it without taking part. */
export const BECAUSE = ['author', 'support', 'comment', 'vote', 'follow'] as const;
export type Because = ContributionKind | 'follow';

/** One change, told to one person. */
export interface Notice {
  readonly id: string;
  readonly fate: Fate;
  readonly because: Because;
  readonly at: Date;
  readonly readAt: Date | null;
  /** In plain words. */
  readonly reason: string | null;
  readonly proposalNumber: number | null;
  readonly proposalTitle: string | null;
  readonly mergedInto: number | null;
  readonly roundSlug: string;
  readonly roundTitle: string;
  readonly decisionNumber: string | null;
  /** What its authors were written about the decision; `null` for everybody else. */
  readonly letter: DecisionLetter | null;
}
