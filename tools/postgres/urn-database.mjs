// @ts-check
import pg from 'pg';

import { addressAs, prepareRoles } from './database-address.mjs';

/**
 * Prepares a database for the urn: owned by `urn_keeper`, open to `svc_urn`, closed to everybody else. Tables come
 * with the urn's own migrations. Safe to run again; the passwords are set anew.
 *
 * @param {string} admin address of a database where roles and databases may be made
 * @param {{ name: string, castPassword: string, keeperPassword: string }} options
 * @returns {Promise<{ castUrl: string, keeperUrl: string }>} for URN_DATABASE_URL and URN_KEEPER_DATABASE_URL
 */
export async function prepareUrnDatabase(admin, { name, castPassword, keeperPassword }) {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(7271)');
    await prepareRoles(client, { svc_urn: castPassword, urn_keeper: keeperPassword });
    const database = client.escapeIdentifier(name);
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount === 0) {
      await client.query('GRANT urn_keeper TO CURRENT_USER');
      await client.query(`CREATE DATABASE ${database} OWNER urn_keeper`);
    }
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO svc_urn`);
  } finally {
    await client.end();
  }
  return {
    castUrl: addressAs(admin, name, 'svc_urn', castPassword),
    keeperUrl: addressAs(admin, name, 'urn_keeper', keeperPassword),
  };
}
