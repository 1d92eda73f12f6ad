/** The words of the proposal that stays. */
export interface JoinedText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

export interface Part extends JoinedText {
  readonly estimatePence: number;
}

export const SUGGESTION_STATES = ['open', 'done', 'declined', 'cancelled', 'lapsed', 'undone'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

interface Told {
  /** The one that goes into the other, or that is split. */
  readonly number: number;
  readonly reason: string;
}

/** One into another. It keeps its own text when `text` is `null`. */
export interface Merge extends Told {
  readonly kind: 'merge';
  readonly into: number;
  readonly text: JoinedText | null;
}

/** One into several; the first part is the text of the original, which keeps its number. */
export interface Split extends Told {
  readonly kind: 'split';
  readonly parts: readonly Part[];
}

export type Suggested = Merge | Split;

export type Suggestion = Suggested & {
  readonly id: string;
  readonly byRole: 'officer' | 'author';
  readonly suggestedBy: string | null;
  readonly at: Date;
  readonly answerBy: Date;
  readonly state: SuggestionState;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
};

/** What undoing a merge needs to know. */
export interface Before {
  readonly state: string;
  readonly text: JoinedText;
  /** Of the proposal that stayed, right after the merge: a later change of its text is kept. */
  readonly versionAfter: number;
}

/** One author, as they stand to a suggestion. */
export interface Asked {
  /** `null` for a proposal whose author's account is deleted. */
  readonly personId: string | null;
  /** Nobody can be asked: the account is closed or suspended. */
  readonly gone: boolean;
  readonly agrees: boolean | null;
}

/** Somebody whose account is gone is waited for so long, in case they come back. */
export const GONE_DAYS = 14;
/** Everybody else has so long, and never longer than the review lasts. Silence is not consent. */
export const ANSWER_DAYS = 28;

const DAY_MS = 24 * 60 * 60 * 1000;

/** From when on the silence of accounts that are gone counts as consent. */
export function goneCountsFrom(at: Date): Date {
  return new Date(at.getTime() + GONE_DAYS * DAY_MS);
}

/** Whether all agree: one no is a no, and whoever can be asked must have said yes. */
export function standOf(asked: readonly Asked[], at: Date, now: Date): 'agreed' | 'declined' | 'waiting' {
  if (asked.some(({ agrees }) => agrees === false)) return 'declined';
  const counts = now >= goneCountsFrom(at);
  return asked.every(({ agrees, gone }) => agrees === true || (gone && counts)) ? 'agreed' : 'waiting';
}

/** Which proposals it is about, lowest first. */
export function numbersOf(suggested: Suggested): number[] {
  const numbers = suggested.kind === 'merge' ? [suggested.number, suggested.into] : [suggested.number];
  return numbers.toSorted((a, b) => a - b);
}
