import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

import { type TestApp, testApp } from './support/test-app.js';

describe('the migrated database', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
  });
  afterAll(() => api.close());

  const pending = async (): Promise<string[]> => {
    const { upQueries } = await api.app.get(DataSource).driver.createSchemaBuilder().log();
    // Tables without an entity are written in SQL on purpose; TypeORM does not touch them.
    return upQueries.map(({ query }) => query);
  };

  it('leaves nothing that TypeORM would still change', async () => {
    expect(await pending()).toEqual([]);
  });

  it('would notice a column that no migration knows', async () => {
    const entity = api.app.get(DataSource).entityMetadatas[0];
    if (!entity) return;
    await api.db.query(`ALTER TABLE "${entity.tableName}" ADD COLUMN planted integer`);

    expect((await pending()).join()).toContain('planted');
  });

  it('is migrated already: a second start changes nothing', async () => {
    expect(await api.db.showMigrations()).toBe(false);
  });
});
