import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { startCluster } from '../postgres/cluster.mjs';
import { prepareRoles } from '../postgres/database-address.mjs';

/** One throw-away PostgreSQL for the whole run; each test file makes its own database in it. */
export default async function setUp() {
  if (process.env.CT_TEST_POSTGRES) return;
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-test-')),
    throwAway: true,
  });
  // Roles belong to the whole cluster: made once, before the test files race.
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await prepareRoles(client, { svc_app: 'app', svc_roll: 'roll' });
  await client.end();
  process.env.CT_TEST_POSTGRES = cluster.url;
  globalThis.testCluster = cluster;
}
