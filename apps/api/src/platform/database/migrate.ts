import { DataSource } from 'typeorm';

import { dataSourceOptions, WHILE_MIGRATING } from './database.module.js';

/** Brings the database up to date. Safe to run at every start and from several processes at once. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(databaseUrl, WHILE_MIGRATING)).initialize();
  try {
    await source.query('SELECT pg_advisory_lock(7268)');
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
