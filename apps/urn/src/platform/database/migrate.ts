import { DataSource } from 'typeorm';

import { migrations } from '../../../migrations/index.js';

/** Brings the urn's database up to date, as its owner. Safe at every start and from several processes at once. */
export async function migrate(keeperDatabaseUrl: string): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres',
    url: keeperDatabaseUrl,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'urn_migrations',
    poolSize: 2,
  }).initialize();
  try {
    await source.query('SELECT pg_advisory_lock(7270)');
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
