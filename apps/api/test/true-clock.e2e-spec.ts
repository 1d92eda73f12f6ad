import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { TrueClock } from '../src/platform/clock/index.js';
import { type Config, CONFIG } from '../src/platform/config/index.js';
import { testApp, type TestApp } from './support/test-app.js';

describe('a clock that somebody can set', () => {
  let api: TestApp;
  let config: Config;
  beforeAll(async () => {
    api = await testApp();
    config = api.app.get<Config>(CONFIG);
  });
  afterAll(() => api.close());

  const startsInProduction = (): Promise<void> =>
    new TrueClock({ ...config, demo: false, production: true }, api.db).onModuleInit();

  it('keeps a production server from starting, wherever in the database it is', async () => {
    await expect(startsInProduction()).resolves.toBeUndefined();
    for (const schema of ['demo_clock', 'public']) {
      await api.db.query(`CREATE SCHEMA IF NOT EXISTS ${schema};
        CREATE FUNCTION ${schema}.clock_timestamp() RETURNS timestamptz LANGUAGE sql
          RETURN timestamptz '2020-01-01'`);
      await expect(startsInProduction()).rejects.toThrow(`a clock of its own in ${schema}`);
      await api.db.query(`DROP FUNCTION ${schema}.clock_timestamp()`);
    }
    await expect(startsInProduction()).resolves.toBeUndefined();
  });
});
