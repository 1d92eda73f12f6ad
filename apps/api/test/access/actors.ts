import type { Role } from '../../src/identity/index.js';
import { session, signedIn } from '../support/people.js';
import type { TestApp } from '../support/test-app.js';

/** Weakest first. `another council` holds every role there and none here; `author` wrote what is asked for. */
export const ACTORS = [
  'anyone',
  'resident',
  'youth member',
  'guardian',
  'juror',
  'facilitator',
  'another council',
  'reviewer',
  'moderator',
  'auditor',
  'administrator',
  'officer',
  'author',
] as const;
export type Actor = (typeof ACTORS)[number];

const STAFF: readonly Role[] = [
  'reviewer',
  'officer',
  'moderator',
  'auditor',
  'administrator',
  'facilitator',
];

/** Everybody anew, since an act may end a session. @returns an access token for each; `undefined` for anyone */
export async function actors(api: TestApp, authorId: string): Promise<Record<Actor, string | undefined>> {
  const here = 'stoke-on-trent';
  const holding = async (role: Role) => (await signedIn(api, { roles: [[role, here]] })).token;
  return {
    anyone: undefined,
    resident: (await signedIn(api)).token,
    'youth member': (
      await signedIn(api, {
        roles: [['youth-member', here]],
        dateOfBirth: bornYearsAgo(15),
        secondFactor: false,
      })
    ).token,
    guardian: await holding('guardian'),
    juror: await holding('juror'),
    facilitator: await holding('facilitator'),
    'another council': (await signedIn(api, { roles: STAFF.map((role) => [role, 'elsewhere'] as const) }))
      .token,
    reviewer: await holding('reviewer'),
    moderator: await holding('moderator'),
    auditor: await holding('auditor'),
    administrator: await holding('administrator'),
    officer: await holding('officer'),
    author: await session(api, authorId),
  };
}

function bornYearsAgo(years: number): string {
  return `${new Date().getFullYear() - years}-01-01`;
}
