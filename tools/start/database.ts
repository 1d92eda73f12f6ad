import { join } from 'node:path';

import { local } from '../build/project.ts';
import { startCluster } from '../postgres/cluster.mjs';
import { secrets } from './secrets.ts';

export interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

/** The database named by DATABASE_URL, or a PostgreSQL 18 of this checkout's own in `.local/postgres`. */
export async function startDatabase(say: (line: string) => void): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };

  say('Starting PostgreSQL ...');
  const { url, stop } = await startCluster({
    dir: join(local, 'postgres'),
    password: secrets().databasePassword,
  });
  return { url, stop };
}
