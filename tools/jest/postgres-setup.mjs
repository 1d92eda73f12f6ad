import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startCluster } from '../postgres/cluster.mjs';

/** One throw-away PostgreSQL for the whole run; each test file makes its own database in it. */
export default async function setUp() {
  if (process.env.CT_TEST_POSTGRES) return;
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-test-')),
    throwAway: true,
  });
  process.env.CT_TEST_POSTGRES = cluster.url;
  globalThis.testCluster = cluster;
}
