import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import { local } from '../build/project.ts';
import { startCluster } from '../postgres/cluster.mjs';
import { secrets } from './secrets.ts';

export interface Database {
  readonly url: string;
  /** Beside the database, not in it: what the urn has published last. */
  readonly checkpointFolder: string;
  stop(): Promise<void>;
}

/** Lies beside the data once the demo city is whole. */
const WHOLE = join(local, 'demo-city-is-whole');
const NAME = 'commonthread';
const CHECKPOINTS = join(local, 'checkpoints');

/** The database named by DATABASE_URL, or a PostgreSQL 18 of this checkout's own in `.local/postgres`. */
export async function startDatabase(say: (line: string) => void): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, checkpointFolder: CHECKPOINTS, stop: async () => {} };

  say('Starting PostgreSQL ...');
  const dir = join(local, 'postgres');
  if (!existsSync(dir)) rmSync(WHOLE, { force: true });
  const cluster = await startCluster({ dir, password: secrets().databasePassword });
  await prepare(cluster.url);
  return { url: cluster.database(NAME), checkpointFolder: CHECKPOINTS, stop: cluster.stop };
}

/** A first run that was stopped half-way left half a demo city: the next one begins afresh. */
async function prepare(admin: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    if (!existsSync(WHOLE)) {
      await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
      await client.query(`DROP DATABASE IF EXISTS ${NAME}_urn WITH (FORCE)`);
      rmSync(CHECKPOINTS, { recursive: true, force: true });
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  } finally {
    await client.end();
  }
}

export function noteDemoIsWhole(): void {
  mkdirSync(local, { recursive: true });
  writeFileSync(WHOLE, new Date().toISOString());
}
