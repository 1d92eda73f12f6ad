// @ts-check
import pg from 'pg';

import { addressAs, prepareRoles } from './database-address.mjs';

/**
 * Lets the API enter its database as two roles that own nothing: `svc_app`, and `svc_roll` for the part that issues
 * ballot passes. What they may do comes with the API's migrations. Safe to run again; the passwords are set anew.
 *
 * @param {string} owner address of the API's database, as its owner, who may make roles
 * @param {{ appPassword: string, rollPassword: string }} options
 * @returns {Promise<{ ownerUrl: string, appUrl: string, rollUrl: string }>} for OWNER_DATABASE_URL, DATABASE_URL and ROLL_DATABASE_URL
 */
export async function prepareApiDatabase(owner, { appPassword, rollPassword }) {
  const name = new URL(owner).pathname.slice(1);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    // The urn's roles are made under the same lock: PostgreSQL does not let two transactions change one role at once.
    await client.query('SELECT pg_advisory_lock(7271)');
    await prepareRoles(client, { svc_app: appPassword, svc_roll: rollPassword });
    const database = client.escapeIdentifier(name);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO svc_app, svc_roll`);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: owner,
    appUrl: addressAs(owner, name, 'svc_app', appPassword),
    rollUrl: addressAs(owner, name, 'svc_roll', rollPassword),
  };
}
