import { hash } from '@node-rs/argon2';
import type { DataSource, EntityManager } from 'typeorm';

import type { Config } from '../../platform/config/index.js';
import { NEED_SECOND_FACTOR } from '../roles/role.js';
import { seal } from '../../platform/sealing/index.js';
import { newSecret } from '../second-factor/totp.js';
import { PASSWORD_COST } from '../passwords/password-cost.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './demo-people.js';

/**
 * Adds one demo account for each role. Run again it changes nothing that is there.
 *
 * @param placeSlug the council they hold their roles for; must exist
 * @returns ids by e-mail address
 * @throws Error outside demo mode, or without that place
 */
export async function addDemoPeople(
  database: DataSource,
  config: Config,
  placeSlug = 'stoke-on-trent',
): Promise<Map<string, string>> {
  if (!config.demo || config.production) throw new Error('demo accounts are for demo mode only');
  const passwordHash = await hash(DEMO_PASSWORD, PASSWORD_COST);
  return database.transaction(async (manager) => {
    const [place] = await manager.query<{ id: string }[]>('SELECT id FROM places WHERE slug = $1', [
      placeSlug,
    ]);
    if (!place) throw new Error(`no place ${placeSlug}: add the places first`);
    const ids = new Map<string, string>();
    for (const person of DEMO_PEOPLE) {
      const id = await addPerson(person, passwordHash, place.id, manager);
      await addRole(person, id, place.id, manager);
      if (NEED_SECOND_FACTOR.has(person.role)) await addSecondFactor(id, config, manager);
      ids.set(person.email, id);
    }
    return ids;
  });
}

async function addPerson(
  { email, displayName, age }: DemoPerson,
  passwordHash: string,
  placeId: string,
  manager: EntityManager,
): Promise<string> {
  await manager.query(
    `INSERT INTO people (email, display_name, password_hash, date_of_birth, home_place_id, confirmed_at, demo)
     VALUES ($1, $2, $3, (now() AT TIME ZONE 'Europe/London')::date - make_interval(years => $4, days => 90), $5, clock_timestamp(), true)
     ON CONFLICT (email) DO NOTHING`,
    [email, displayName, passwordHash, age, placeId],
  );
  const [row] = await manager.query<{ id: string }[]>('SELECT id FROM people WHERE email = $1 AND demo', [
    email,
  ]);
  if (!row) throw new Error(`${email} belongs to somebody who is not a demo account`);
  return row.id;
}

async function addRole(
  { role }: DemoPerson,
  personId: string,
  placeId: string,
  manager: EntityManager,
): Promise<void> {
  await manager.query(
    `INSERT INTO held_roles (person_id, role, place_id, from_date)
     SELECT $1, $2, $3, local_today() WHERE NOT EXISTS
       (SELECT 1 FROM held_roles WHERE person_id = $1 AND role = $2 AND place_id = $3 AND revoked_at IS NULL)`,
    [personId, role, placeId],
  );
}

async function addSecondFactor(
  personId: string,
  { secretKey }: Config,
  manager: EntityManager,
): Promise<void> {
  await manager.query(
    `INSERT INTO second_factors (person_id, secret, turned_on_at) VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (person_id) DO NOTHING`,
    [personId, seal(newSecret(), personId, secretKey)],
  );
}
