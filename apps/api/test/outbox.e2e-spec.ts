import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { type EventKind, Outbox } from '../src/platform/events/index.js';
import { type TestApp, testApp } from './support/test-app.js';

const RANG: EventKind<{ readonly times: number }> = { name: 'bell.rang' };

describe('the outbox', () => {
  let api: TestApp;
  let outbox: Outbox;
  let answer: (times: number) => Promise<void>;
  beforeAll(async () => {
    api = await testApp();
    outbox = api.app.get(Outbox);
    await api.db.query('CREATE TABLE heard (times integer)');
    outbox.handle(RANG, async ({ times }, manager) => {
      await manager.query('INSERT INTO heard VALUES ($1)', [times]);
      await answer(times);
    });
  });
  beforeEach(async () => {
    answer = async () => {};
    await api.db.query('TRUNCATE heard, outbox');
  });
  afterAll(() => api.close());

  const ring = (times: number): Promise<void> =>
    api.db.transaction((manager) => outbox.append(RANG, { times }, manager));
  const heard = async (): Promise<number[]> =>
    (await api.db.query<{ times: number }[]>('SELECT times FROM heard ORDER BY times')).map(
      ({ times }) => times,
    );
  const due = (): Promise<void> => api.db.query('UPDATE outbox SET next_try_at = clock_timestamp()');

  it('tells what was written and forgets it', async () => {
    await ring(1);
    await ring(2);
    await outbox.drain();

    await until(async () => (await heard()).length === 2);
    expect(await api.db.query('SELECT FROM outbox')).toEqual([]);
  });

  it('tells nothing of an act that was rolled back', async () => {
    const act = api.db.transaction(async (manager) => {
      await outbox.append(RANG, { times: 3 }, manager);
      throw new Error('the act failed');
    });
    await expect(act).rejects.toThrow('the act failed');
    await outbox.drain();

    expect(await heard()).toEqual([]);
  });

  it('keeps an event whose handler failed, undoes its effects, and tells it again later', async () => {
    api.app.useLogger(false);
    answer = () => Promise.reject(new Error('deaf'));
    await ring(4);
    await until(async () => (await api.db.query('SELECT FROM outbox WHERE failures > 0')).length === 1);
    expect(await heard()).toEqual([]);

    answer = async () => {};
    await due();
    await outbox.drain();
    await until(async () => (await heard()).length === 1);
    expect(await api.db.query('SELECT FROM outbox')).toEqual([]);
  });

  it('tells each event once to two relays at the same time', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, times) => ring(times)));
    await Promise.all([outbox.drain(), outbox.drain(), outbox.drain()]);

    await until(async () => (await api.db.query('SELECT FROM outbox')).length === 0);
    expect(await heard()).toEqual(Array.from({ length: 40 }, (_, times) => times));
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came to hold');
}
