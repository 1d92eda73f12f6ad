import type { Subject } from '../fate.js';

/** How many people said it, about. */
export const PEOPLE_BANDS = ['1', '2-5', '6-10', '11-20', 'over-20'] as const;
export type PeopleBand = (typeof PEOPLE_BANDS)[number];

export interface NewSpoken {
  readonly placeId: string;
  readonly host: string;
  readonly said: string;
  readonly people: PeopleBand;
  readonly roundId: string;
  readonly proposalNumber: number | null;
  readonly recordedBy: string;
}

export interface Spoken extends Subject {
  readonly id: string;
  readonly host: string;
  readonly said: string;
  readonly people: PeopleBand;
  readonly recordedAt: Date;
  readonly roundSlug: string;
  readonly roundTitle: string;
  readonly proposalNumber: number | null;
  readonly proposalTitle: string | null;
  readonly decisionNumber: string | null;
}

const REACHES_SOMEBODY = /@|\bwww\.|:\/\/|(?:\d[\s-]?){6,}|\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;

/** Whether a sentence holds something that leads to a person: an address, a number to call, a postcode. */
export function reachesSomebody(said: string): boolean {
  return REACHES_SOMEBODY.test(said);
}
