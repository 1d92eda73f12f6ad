import type { DecisionItem } from '../decision.js';

/** A letter to the authors of one project, as it was sent: it never changes again. */
export interface DecisionLetter {
  readonly title: string;
  readonly round: string;
  readonly funded: boolean;
  readonly opening: string;
  /** Why, in the decision's own words. */
  readonly reason: string;
  /** What happens now, and what the authors can do. */
  readonly next: readonly string[];
  /** Whom to ask. */
  readonly questions: string;
}

export interface LetterSubject {
  readonly item: DecisionItem;
  readonly round: string;
  readonly whatNext: string;
  readonly questions: string;
}

const FUNDED_NEXT =
  'The page of your project says who builds it, by when, and how it goes. You are told of every change.';
const NOT_FUNDED_NEXT = [
  'You can put your idea forward again in the next round, as it is or changed.',
  'The result page shows how every project did, and anybody can count the votes again there.',
];

/** Writes the letter from the decision: nothing in it is typed for one author alone. */
export function decisionLetter({ item, round, whatNext, questions }: LetterSubject): DecisionLetter {
  const { title, chosen, votes, reason } = item;
  const thanks = `Thank you for putting forward “${title}” in ${round}.`;
  const answer = chosen ? 'It is funded.' : 'It is not funded this time.';
  const next = chosen ? [FUNDED_NEXT] : NOT_FUNDED_NEXT;
  return {
    title,
    round,
    funded: chosen,
    opening: [thanks, ...votesWords(votes), answer].join(' '),
    reason: reason.trim(),
    next: [...next, ...[whatNext.trim()].filter(Boolean)],
    questions,
  };
}

function votesWords(votes: number | null): string[] {
  // Nobody needs to be told that nobody did.
  if (!votes) return [];
  return [votes === 1 ? '1 person voted for it.' : `${votes.toLocaleString('en-GB')} people voted for it.`];
}

/** The sentence that says whom to ask. */
export function questionsTo({
  name,
  email,
  phone,
}: {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}): string {
  const ways = [email && `write to ${email}`, phone && `call ${phone}`].filter(Boolean).join(' or ');
  return ways ? `If you have a question, ${ways} (${name}).` : `If you have a question, ask ${name}.`;
}
