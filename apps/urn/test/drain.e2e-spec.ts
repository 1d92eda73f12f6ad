import type { Server } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

describe('stopping', () => {
  let urn: TestUrn;
  beforeAll(async () => {
    urn = await testUrn();
  }, 60_000);
  afterAll(() => urn.close());

  it('row 114: answers every cast that has begun, then lets go within ten seconds', async () => {
    const election = await openElection(urn);
    const casts = await Promise.all(
      Array.from({ length: 30 }, async () => (await election.voter()).cast(['ramp'])),
    );
    await urn.urn.publicApp.listen(0, '127.0.0.1');
    const address = await urn.urn.publicApp.getUrl();
    let begun = 0;
    (urn.urn.publicApp.getHttpServer() as Server).on('request', () => begun++);
    // The election's row is held, so that all casts are under way when the stop comes.
    const holder = await urn.db.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM urn.election WHERE id = $1 FOR UPDATE', [election.id]);
    const answers = casts.map((cast) =>
      fetch(`${address}/urn/cast`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(cast),
      }),
    );
    while (begun < casts.length) await new Promise((resolve) => setTimeout(resolve, 20));

    const began = performance.now();
    const stopped = urn.restart();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await holder.query('COMMIT');
    holder.release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(casts.map(() => 200));
    await stopped;
    expect(performance.now() - began).toBeLessThan(10_000);
    const { rows } = await urn.db.query('SELECT count(*)::int AS kept FROM urn.ballot WHERE election = $1', [
      election.id,
    ]);
    expect(rows[0].kept).toBe(30);
  }, 30_000);
});
