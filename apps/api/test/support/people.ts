import { randomUUID } from 'node:crypto';

import type { Role } from '../../src/identity/index.js';
import { AccessTokens } from '../../src/identity/sessions/access-tokens.js';
import { SessionsRepository } from '../../src/identity/sessions/sessions.repository.js';
import type { TestApp } from './test-app.js';

export interface TestPerson {
  /** Pass it as the last argument of `api.send`. */
  readonly token: string;
  readonly id: string;
  readonly email: string;
}

export interface PersonTraits {
  /** `[['officer', 'stoke-on-trent']]`; the places must exist (`testPlace`). */
  readonly roles?: readonly (readonly [Role, string])[];
  readonly displayName?: string;
  /** YYYY-MM-DD; an adult when left out. */
  readonly dateOfBirth?: string;
  /** Whether the account was confirmed only now; a month ago when left out. */
  readonly newcomer?: boolean;
  /** Whether the session began with a second factor; `true` when left out and a role is given. */
  readonly secondFactor?: boolean;
}

/** Argon2id of a password that nobody wrote down: it is well formed and never right. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$2Fr8Yq0Vd1r0q8yq3r6t4bH4mJx1g0m3m8sQJp9m0hE';

/** Somebody with an account and a session, made straight in the database: no mail, no password. */
export async function signedIn(api: TestApp, traits: PersonTraits = {}): Promise<TestPerson> {
  const { roles = [], displayName = 'Test person', dateOfBirth = '1980-02-29' } = traits;
  const email = `${randomUUID()}@test.example`;
  const [{ id }] = await api.db.query<[{ id: string }]>(
    `INSERT INTO people (email, display_name, password_hash, date_of_birth, confirmed_at)
     VALUES ($1, $2, $5, $3, clock_timestamp() - make_interval(days => $4)) RETURNING id`,
    [email, displayName, dateOfBirth, traits.newcomer ? 0 : 30, NOBODYS],
  );
  for (const [role, slug] of roles) await giveRole(api, id, role, slug);

  return { token: await session(api, id, traits.secondFactor ?? roles.length > 0), id, email };
}

/** One more session of somebody. @returns its access token */
export async function session(api: TestApp, personId: string, secondFactor = false): Promise<string> {
  const { id } = await api.app.get(SessionsRepository, { strict: false }).begin(personId, secondFactor);
  return api.app.get(AccessTokens, { strict: false }).sign(personId, id);
}

/** Grants a role from today on, without an administrator. */
export async function giveRole(api: TestApp, personId: string, role: Role, placeSlug: string): Promise<void> {
  const granted = await api.db.query<unknown[]>(
    `INSERT INTO held_roles (person_id, role, place_id, from_date)
     SELECT $1, $2, id, local_today() FROM places WHERE slug = $3 RETURNING id`,
    [personId, role, placeSlug],
  );
  if (granted.length === 0) throw new Error(`no place ${placeSlug} in this test's database`);
}
