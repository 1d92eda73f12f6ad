import { createHmac } from 'node:crypto';

import { comparableHomes, type Home } from './home.js';
import { mailboxOf } from './mailbox.js';
import { comparableName } from './person-name.js';

export const LIKENESSES = [
  'person',
  'name-birth',
  'initial-birth',
  'birth-home',
  'name-home',
  'mailbox',
] as const;

/** In what two entries agree. `person` is as good as certain: name, date of birth and home. */
export type Likeness = (typeof LIKENESSES)[number];

export interface PersonDetails {
  readonly fullName: string;
  /** YYYY-MM-DD */
  readonly dateOfBirth: string;
  readonly home: Home;
  readonly email: string | null;
}

export interface MatchKey {
  readonly likeness: Likeness;
  /** 32 bytes */
  readonly digest: Buffer;
}

/**
 * Keyed digests by which the same person is found again without keeping who it is. They differ between
 * elections, so that two rolls cannot be joined.
 *
 * @param pepper outside the database; without it nobody can try names against a copy of the roll
 * @returns none when the name or the home says nothing that can be compared
 */
export function matchKeys(details: PersonDetails, election: string, pepper: string): MatchKey[] {
  const name = comparableName(details.fullName);
  const homes = comparableHomes(details.home);
  if (!name || homes.length === 0) return [];

  const born = details.dateOfBirth;
  const parts: [Likeness, ...string[]][] = [
    ...homes.map((home): [Likeness, ...string[]] => ['person', name.whole, born, home]),
    ['name-birth', name.whole, born],
    ['initial-birth', name.initialAndLast, born],
    ...homes.map((home): [Likeness, ...string[]] => ['birth-home', born, home]),
    ...homes.map((home): [Likeness, ...string[]] => ['name-home', name.whole, home]),
    ...(details.email ? [['mailbox', mailboxOf(details.email)] as [Likeness, ...string[]]] : []),
  ];
  return parts.map(([likeness, ...of]) => ({
    likeness,
    digest: createHmac('sha256', pepper)
      .update(JSON.stringify(['roll/v1', election, likeness, ...of]))
      .digest(),
  }));
}
