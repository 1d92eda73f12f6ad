import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startUrn } from '../src/start-urn.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

describe('a clock that somebody can set', () => {
  let urn: TestUrn;
  beforeAll(async () => {
    urn = await testUrn();
  });
  afterAll(() => urn.close());

  it('keeps the ballot box from starting in production', async () => {
    const startsInProduction = async (): Promise<void> => {
      const started = await startUrn({ ...urn.config, production: true });
      await started.stop();
    };
    await startsInProduction();
    await urn.db.query(`CREATE SCHEMA demo_clock;
      CREATE FUNCTION demo_clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql
        RETURN timestamptz '2020-01-01'`);
    await expect(startsInProduction()).rejects.toThrow('a clock of its own in demo_clock');
    await urn.db.query('DROP SCHEMA demo_clock CASCADE');
    await startsInProduction();
  });
});
