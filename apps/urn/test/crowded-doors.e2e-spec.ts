import { connect, type Socket } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { openElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

const DAY = 24 * 60 * 60 * 1000;

describe('the public door', () => {
  let urn: TestUrn;
  beforeAll(async () => {
    urn = await testUrn();
  }, 60_000);
  afterEach(() => void jest.useRealTimers());
  afterAll(() => urn.close());

  it('row 118: serves honest voters while 300 connections dawdle', async () => {
    const election = await openElection(urn);
    const casts = await Promise.all(
      Array.from({ length: 40 }, async () => (await election.voter()).cast(['ramp'])),
    );
    await urn.urn.publicApp.listen(0, '127.0.0.1');
    const address = new URL(await urn.urn.publicApp.getUrl());
    const dawdlers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => dawdle(Number(address.port), n % 2 === 0)),
    );

    const times: number[] = [];
    for (const cast of casts) {
      const began = performance.now();
      const { status } = await fetch(new URL('/urn/cast', address), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(cast),
      });
      expect(status).toBe(200);
      times.push(performance.now() - began);
    }

    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]).toBeLessThan(1_000);
    for (const socket of dawdlers) socket.destroy();
  }, 30_000);

  it.each([-3 * DAY, 3 * DAY])(
    'row 70: asks the database for the time, whatever its own clock says (%d ms off)',
    async (off) => {
      const open = await openElection(urn);
      const over = await openElection(urn);
      await urn.db.query(`UPDATE urn.election SET closes = now() - interval '1 second' WHERE id = $1`, [
        over.id,
      ]);
      const [inTime, late] = [(await open.voter()).cast(['ramp']), (await over.voter()).cast(['ramp'])];
      jest.useFakeTimers({ now: Date.now() + off, advanceTimers: true });

      expect((await urn.send('POST', '/cast', inTime)).statusCode).toBe(200);
      expect((await urn.send('POST', '/cast', late)).statusCode).toBe(410);
    },
  );
});

/** A connection that begins a request and never ends it: half of them within the headers, half within the body. */
function dawdle(port: number, isInBody: boolean): Promise<Socket> {
  const head = 'POST /urn/cast HTTP/1.1\r\nhost: urn\r\ncontent-type: application/json\r\n';
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(isInBody ? `${head}content-length: 900\r\n\r\n{` : head, () => resolve(socket)),
    ).on('error', reject);
  });
}
