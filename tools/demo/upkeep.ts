import { setTimeout as wait } from 'node:timers/promises';

import pg from 'pg';

/**
 * Lets a job that runs every minute run now: in the demo city minutes pass faster than on the wall.
 *
 * @param name as the product calls it
 */
export async function runNow(databaseUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const added = await client.query<{ id: string }>('INSERT INTO jobs.job (name) VALUES ($1) RETURNING id', [
      name,
    ]);
    for (;;) {
      const { rows } = await client.query<{ state: string }>('SELECT state FROM jobs.job WHERE id = $1', [
        added.rows[0]?.id,
      ]);
      if (!rows[0] || ['completed', 'failed'].includes(rows[0].state)) return;
      await wait(50);
    }
  } finally {
    await client.end();
  }
}
