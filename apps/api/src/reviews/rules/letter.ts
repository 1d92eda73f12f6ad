import { type Criterion, CRITERION_WORDS, GOOD_WORDS } from './criteria.js';
import type { GivenAnswer, Verdict } from './verdict-of.js';

export interface LetterReason {
  readonly criterion: Criterion;
  readonly heading: string;
  readonly reasonCode: string | null;
  /** What stands against it, or what to change. */
  readonly words: string;
}

/** A letter to the author as it was confirmed: it never changes again. */
export interface Letter {
  readonly title: string;
  readonly round: string;
  readonly place: string;
  readonly opening: string;
  readonly reasons: readonly LetterReason[];
  readonly good: readonly string[];
  /** What the author can do now, apart from an appeal. */
  readonly next: readonly string[];
}

export interface LetterFacts {
  readonly verdict: Verdict;
  readonly title: string;
  readonly round: string;
  readonly place: string;
  readonly answers: readonly GivenAnswer[];
  /** The officer's own first sentences; the usual ones when empty. */
  readonly opening?: string | undefined;
}

const NEXT: Readonly<Record<Verdict, readonly string[]>> = {
  accepted: ['It goes on the ballot paper of the round, unless you withdraw it before voting opens.'],
  'changes-asked': [
    'Change your proposal and send it in again. Only the points above are looked at once more.',
    'If you do not want to change it, you can withdraw it.',
  ],
  'not-taken-forward': [
    'You can change your idea so that the points above are met, and put it forward in the next round.',
    'You can join it with somebody else’s proposal: write a comment there.',
  ],
};

/** Writes the letter from the answers. Only those that say no, or ask for something, need words of their own. */
export function letterOf({ verdict, title, round, place, answers, opening }: LetterFacts): Letter {
  const told = answers.filter(
    ({ answer }) => answer === 'not-met' || (answer === 'met-if-changed' && verdict !== 'accepted'),
  );
  return {
    title,
    round,
    place,
    opening: opening?.trim() || usualOpening(verdict, title, round),
    reasons: told.map(({ criterion, reasonCode, words }) => ({
      criterion,
      heading: CRITERION_WORDS[criterion],
      reasonCode,
      words: words.trim(),
    })),
    good: answers.filter(({ answer }) => answer === 'met').map(({ criterion }) => GOOD_WORDS[criterion]),
    next: NEXT[verdict],
  };
}

export function usualOpening(verdict: Verdict, title: string, round: string): string {
  const thanks = `Thank you for putting forward “${title}”.`;
  switch (verdict) {
    case 'accepted':
      return `${thanks} We have looked at it and accepted it for the ballot of ${round}.`;
    case 'changes-asked':
      return `${thanks} We would like to take it forward in ${round}, and it needs some changes first.`;
    case 'not-taken-forward':
      return `${thanks} We have looked at it carefully and decided not to take it forward in ${round}. Below is why, point by point, and what you can do.`;
  }
}

/** The reasons as the public history gives them: one line for each. */
export function publicReason({ reasons }: Pick<Letter, 'reasons'>): string | undefined {
  return reasons.map(({ heading, words }) => `${heading}: ${words}`).join('\n') || undefined;
}
