import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { type DatabaseLine, databaseLine } from './support/database-line.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { submitted } from './support/proposals.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

/** Nobody waits longer than this for an answer, whatever it is. */
const PATIENCE_MS = 5_000;

describe('hard times between the API and its database', () => {
  let line: DatabaseLine;
  let api: TestApp;
  let neighbour: TestPerson;
  let number: number;
  beforeAll(async () => {
    line = await databaseLine();
    api = await testApp({}, line.through);
    await testPlace(api, 'city');
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    neighbour = await signedIn(api);
    const round = await testRound(api, officer.token, 'city', 'ideas');
    number = await submitted(api, (await signedIn(api)).token, round.slug);
  });
  afterEach(() => line.comeBack());
  afterAll(async () => {
    await api.close();
    await line.close();
  });

  async function ask(method: 'GET' | 'PUT', path: string, as?: TestPerson) {
    const began = performance.now();
    const answer = await api.send(method, path, undefined, as?.token);
    const title = answer.statusCode >= 400 ? answer.json<{ title: string }>().title : undefined;
    return { status: answer.statusCode, title, ms: performance.now() - began };
  }
  const support = () => ask('PUT', `/proposals/${number}/support`, neighbour);
  const notAvailable = { status: 503, title: 'server.not-available' };

  it('row 115: says so while the database is away, stays alive, and serves again when it is back', async () => {
    line.goAway();

    for (let tries = 0; tries < 5; tries++) {
      expect(await ask('GET', '/proposals')).toMatchObject(notAvailable);
      expect(await support()).toMatchObject(notAvailable);
      expect((await api.send('GET', '/health/ready')).statusCode).toBe(503);
      expect((await api.send('GET', '/health/live')).statusCode).toBe(204);
      await wait(100);
    }
    line.comeBack();

    expect(await ask('GET', '/proposals')).toMatchObject({ status: 200 });
  }, 30_000);

  it('rows 63 and 116: counts one support, sent a hundred times at once over a slow line that breaks', async () => {
    line.slowDown(20);
    const breaking = setInterval(() => line.cutOne(), 50);

    const answers = await Promise.all(Array.from({ length: 100 }, support));
    clearInterval(breaking);
    line.comeBack();

    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 204 && status !== 503)).toEqual([]);
    expect(statuses).toContain(204);
    const rows = await api.db.query(
      `SELECT p.supports, (SELECT count(*)::int FROM proposal_supports s WHERE s.proposal_number = p.number) AS counted
         FROM proposals p WHERE p.number = $1`,
      [number],
    );
    expect(rows).toEqual([{ supports: 1, counted: 1 }]);
  }, 60_000);

  it('row 117: does not wait for a locked table longer than a person would', async () => {
    const holder = api.db.createQueryRunner();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE proposals IN ACCESS EXCLUSIVE MODE');

    const [locked, other] = await Promise.all([ask('GET', '/proposals'), ask('GET', '/places')]);
    await holder.query('ROLLBACK');
    await holder.release();

    expect(locked).toMatchObject(notAvailable);
    expect(locked.ms).toBeLessThan(PATIENCE_MS);
    expect(other.ms).toBeLessThan(1_000);
    expect(await ask('GET', '/proposals')).toMatchObject({ status: 200 });
  }, 30_000);
});
