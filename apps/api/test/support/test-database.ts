import { createHash, randomBytes } from 'node:crypto';

import pg from 'pg';

import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/index.js';

export interface TestDatabase {
  /** As its owner. */
  readonly url: string;
  /** As the API enters it. */
  readonly appUrl: string;
  /** As the part of the API that issues passes enters it. */
  readonly rollUrl: string;
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database for one test file, copied from a template that the first caller makes.
 * The cluster is real, has the roles of the API and is thrown away after the run (tools/jest/postgres-setup.mjs).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = process.env['CT_TEST_POSTGRES'];
  if (!admin) throw new Error('CT_TEST_POSTGRES is not set: run jest with the api project config');
  const template = `ct_template_${createHash('sha256').update(migrations.map(String).join()).digest('hex').slice(0, 12)}`;
  const name = `ct_${randomBytes(6).toString('hex')}`;

  await withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(7269)');
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount === 0) {
      await client.query(`CREATE DATABASE ${template}_making`);
      await migrate(at(admin, `${template}_making`));
      await client.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: at(admin, name),
    appUrl: at(admin, name, ['svc_app', 'app']),
    rollUrl: at(admin, name, ['svc_roll', 'roll']),
    drop: () =>
      withClient(admin, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

function at(url: string, database: string, user?: readonly [name: string, password: string]): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user) [address.username, address.password] = user;
  return address.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
