import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Retention } from '../src/platform/retention/index.js';
import { account, signIn } from './support/accounts.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('retention', () => {
  let api: TestApp;
  let retention: Retention;
  beforeAll(async () => {
    api = await testApp();
    retention = api.app.get(Retention);
  });
  afterAll(() => api.close());

  const schedule = async () =>
    (await api.send('GET', '/personal-data/retention')).json<
      { name: string; removed: number | null; lastRanAt: string | null; failed: boolean }[]
    >();
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await api.db.query<unknown[]>(sql, values)).length;

  it('clears what is overdue, leaves the rest, and says how many went', async () => {
    expect((await schedule()).every(({ lastRanAt }) => lastRanAt === null)).toBe(true);
    const kept = await account(api);
    const old = await account(api, { confirmed: false });
    const fresh = await account(api, { confirmed: false });
    await signIn(api, kept.email);
    await signIn(api, kept.email);
    await api.db.query(`UPDATE people SET registered_at = registered_at - interval '15 days' WHERE id = $1`, [
      old.id,
    ]);
    await api.db.query(
      `UPDATE sessions SET expires_at = clock_timestamp() - interval '31 days'
       WHERE id = (SELECT id FROM sessions WHERE person_id = $1 LIMIT 1)`,
      [kept.id],
    );
    await api.db.query(
      `INSERT INTO mail_links (person_id, purpose, hash, expires_at)
       VALUES ($1, 'reset', decode(repeat('07', 32), 'hex'), clock_timestamp() - interval '2 days')`,
      [kept.id],
    );
    await api.db.query(`INSERT INTO rate_limits (key, points, expire) VALUES ('old', 1, 1000)`);

    await retention.run();

    expect(await count('SELECT 1 FROM people WHERE id = $1', [old.id])).toBe(0);
    expect(await count('SELECT 1 FROM people WHERE id = ANY ($1)', [[kept.id, fresh.id]])).toBe(2);
    expect(await count('SELECT 1 FROM sessions WHERE person_id = $1', [kept.id])).toBe(1);
    expect(await count('SELECT 1 FROM mail_links')).toBe(0);
    expect(await count(`SELECT 1 FROM rate_limits WHERE key = 'old'`)).toBe(0);
    const byName = new Map((await schedule()).map((one) => [one.name, one]));
    expect(byName.get('unconfirmed-accounts')).toMatchObject({ removed: 1, failed: false });
    expect(byName.get('ended-sessions')).toMatchObject({ removed: 1 });
    expect(byName.get('spent-links')).toMatchObject({ removed: 1 });
    expect(byName.get('moderation-reports')).toMatchObject({ removed: 0 });
  });

  it('goes on when one rule fails, and says so', async () => {
    api.app.useLogger(false);
    let ran = 0;
    const clear = (): Promise<number> => Promise.reject(new Error('planted'));
    retention.keep({ name: 'planted-fault', what: 'Nothing', after: 'Never.', clear });
    retention.keep({ name: 'after-the-fault', what: 'Nothing', after: 'Never.', clear: async () => ++ran });
    await retention.run();
    expect(ran).toBe(1);
    expect((await schedule()).find(({ name }) => name === 'planted-fault')).toMatchObject({
      failed: true,
      removed: null,
    });
  });
});
