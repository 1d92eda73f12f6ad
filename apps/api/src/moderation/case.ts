import type { PostRef } from '../proposals/index.js';
import type { Checklist, ModerationAct, Rule } from './rules.js';

export const CASE_STATES = ['waiting', 'decided', 'appealed', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export interface ModerationCase extends PostRef {
  readonly id: string;
  /** Its public name. */
  readonly number: number;
  readonly placeId: string;
  readonly authorId: string | null;
  readonly origin: 'reports' | 'new-post';
  readonly state: CaseState;
  readonly openedAt: Date;
  readonly act: ModerationAct | null;
  readonly rule: Rule | null;
  readonly reason: string | null;
  readonly checklist: Checklist | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly appealWords: string | null;
  readonly appealedAt: Date | null;
  readonly appealUpheld: boolean | null;
  readonly appealReason: string | null;
  readonly appealDecidedBy: string | null;
  readonly appealDecidedAt: Date | null;
}

export interface Report {
  readonly id: string;
  readonly caseId: string;
  readonly rule: Rule;
  readonly words: string | null;
  readonly contactSealed: Buffer | null;
  /** YYYY-MM-DD: only the day is kept. */
  readonly reportedOn: string;
}

/** A case decided against a post can be appealed by its author, once. */
export const mayAppeal = (one: ModerationCase): boolean =>
  one.state === 'decided' && one.act !== 'keep' && one.appealedAt === null;
