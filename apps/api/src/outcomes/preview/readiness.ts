import type { DecisionLetter, RoundDecision } from '../../decisions/index.js';

/** What an outcome needs before it is published, in the order it is done. */
export const NEED_CODES = [
  'vote-finished',
  'count-signed',
  'decision-drafted',
  'reasons',
  'aim',
  'letters',
] as const;
export type NeedCode = (typeof NEED_CODES)[number];

export interface Need {
  readonly code: NeedCode;
  readonly met: boolean;
  /** How many of its parts are missing; 0 when it is met. */
  readonly missing: number;
}

export interface ReadinessFacts {
  /** `null` for an election held elsewhere: there is no vote to finish here. */
  readonly voteFinished: boolean | null;
  /** Whether two officers signed a count by the rule that was promised. */
  readonly countSigned: boolean;
  readonly decision:
    | Pick<RoundDecision, 'title' | 'summary' | 'reasons' | 'fairness' | 'whatNext' | 'items' | 'aims'>
    | undefined;
  readonly letters: ReadonlyMap<number, DecisionLetter>;
}

const empty = (text: string): boolean => text.trim() === '';

export function readiness({ voteFinished, countSigned, decision, letters }: ReadinessFacts): Need[] {
  const texts = decision
    ? [decision.title, decision.summary, decision.reasons, decision.fairness, decision.whatNext]
    : [''];
  const unreasoned = decision?.items.filter(({ reason }) => empty(reason)) ?? [];
  const unwritten = [...letters.values()].filter(({ funded, reason }) => !funded && empty(reason));
  const absent = decision ? 0 : 1;
  return [
    ...(voteFinished === null ? [] : [need('vote-finished', voteFinished ? 0 : 1)]),
    need('count-signed', countSigned ? 0 : 1),
    need('decision-drafted', texts.filter(empty).length),
    need('reasons', absent || unreasoned.length),
    need('aim', decision && decision.aims.length > 0 ? 0 : 1),
    need('letters', absent || unwritten.length),
  ];
}

const need = (code: NeedCode, missing: number): Need => ({ code, missing, met: missing === 0 });
