import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cast } from '@commonthread/ballot-protocol';

import { type DatabaseLine, databaseLine } from './support/database-line.js';
import { openElection, type TestElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

/** Nobody who votes waits longer than this for an answer, whatever it is. */
const PATIENCE_MS = 5_000;

describe('hard times between the ballot box and its database', () => {
  let line: DatabaseLine;
  let urn: TestUrn;
  let election: TestElection;
  beforeAll(async () => {
    line = await databaseLine();
    urn = await testUrn(line.through);
    election = await openElection(urn);
  }, 60_000);
  afterEach(() => line.comeBack());
  afterAll(async () => {
    await urn.close();
    await line.close();
  });

  const newCast = async (): Promise<Cast> => (await election.voter()).cast(['ramp']);
  const kept = async (): Promise<number> =>
    (await urn.db.query('SELECT count(*)::int AS kept FROM urn.ballot WHERE election = $1', [election.id]))
      .rows[0].kept;

  async function cast(ballot: Cast) {
    const began = performance.now();
    const answer = await urn.send('POST', '/cast', ballot);
    return { ...answer.json<{ title?: string }>(), status: answer.statusCode, ms: performance.now() - began };
  }

  /** As the browser does: the same ballot again until there is a receipt. */
  async function castUntilKept(ballot: Cast): Promise<number> {
    let slowest = 0;
    for (;;) {
      const { status, ms } = await cast(ballot);
      slowest = Math.max(slowest, ms);
      if (status === 200) return slowest;
      expect(status).toBe(503);
      await wait(50);
    }
  }

  it('row 115: says so while the database is away, stays alive, and serves again when it is back', async () => {
    const ballot = await newCast();
    const before = await kept();
    line.goAway();

    for (let tries = 0; tries < 5; tries++) {
      expect(await cast(ballot)).toMatchObject({ status: 503, title: 'urn.not-available' });
      expect((await urn.send('GET', '/health/ready')).statusCode).toBe(503);
      expect((await urn.send('GET', '/health/live')).statusCode).toBe(204);
      await wait(100);
    }
    line.comeBack();

    expect(await castUntilKept(ballot)).toBeLessThan(PATIENCE_MS);
    expect(await cast(ballot)).toMatchObject({ status: 200 });
    expect((await urn.send('GET', '/health/ready')).statusCode).toBe(204);
    expect(await kept()).toBe(before + 1);
  }, 30_000);

  it('row 116: keeps each ballot once over a slow line that breaks again and again', async () => {
    const before = await kept();
    const ballots = await Promise.all(Array.from({ length: 20 }, newCast));
    line.slowDown(150);
    const breaking = setInterval(() => line.cutOne(), 200);

    const slowest = await Promise.all(ballots.map(castUntilKept)).finally(() => clearInterval(breaking));

    expect(Math.max(...slowest)).toBeLessThan(PATIENCE_MS);
    expect(await kept()).toBe(before + 20);
  }, 60_000);

  it('answers in time when the line goes silent, and does not use it again', async () => {
    const ballot = await newCast();
    await cast(await newCast());
    line.goSilent();

    const { status, ms } = await cast(ballot);
    expect([status, ms < PATIENCE_MS]).toEqual([503, true]);
    line.comeBack();

    expect(await castUntilKept(ballot)).toBeLessThan(1_000);
  }, 30_000);

  it('row 117: does not wait for a locked table longer than a voter would', async () => {
    const ballot = await newCast();
    const holder = await urn.db.connect();
    await holder.query('BEGIN; LOCK TABLE urn.ballot IN ACCESS EXCLUSIVE MODE');

    const { status, ms } = await cast(ballot);
    expect([status, ms < PATIENCE_MS]).toEqual([503, true]);
    await holder.query('ROLLBACK');
    holder.release();

    expect(await castUntilKept(ballot)).toBeLessThan(1_000);
  }, 30_000);
});
