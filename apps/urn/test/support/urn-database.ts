import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { tool } from './tool.js';

type Prepare = (
  admin: string,
  options: { name: string; castPassword: string; keeperPassword: string },
) => Promise<{ castUrl: string; keeperUrl: string }>;

export interface TestDatabase {
  readonly castUrl: string;
  readonly keeperUrl: string;
  /** As the cluster's superuser, in the urn's database. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** An empty database of the urn's own in the run's throw-away cluster (tools/jest/postgres-setup.mjs). */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = process.env['CT_TEST_POSTGRES'];
  if (!admin) throw new Error('CT_TEST_POSTGRES is not set: run jest with the urn project config');
  const name = `urn_${randomBytes(6).toString('hex')}`;
  // Roles belong to the whole cluster: every test file must give them the same passwords.
  const { prepareUrnDatabase } = await tool<{ prepareUrnDatabase: Prepare }>('urn-database.mjs');
  const urls = await prepareUrnDatabase(admin, { name, castPassword: 'cast', keeperPassword: 'keeper' });
  const adminUrl = new URL(admin);
  adminUrl.pathname = `/${name}`;
  return {
    ...urls,
    adminUrl: adminUrl.href,
    async drop() {
      const client = new pg.Client({ connectionString: admin });
      await client.connect();
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}
