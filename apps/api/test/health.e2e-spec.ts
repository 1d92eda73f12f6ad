import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AuditLog } from '../src/platform/audit/index.js';
import { RateLimits, TooManyTries } from '../src/platform/limits/index.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('the ground floor', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
  });
  afterAll(() => api.close());

  it('says that it is alive and ready', async () => {
    expect((await api.send('GET', '/health/live')).statusCode).toBe(204);
    expect((await api.send('GET', '/health/ready')).statusCode).toBe(204);
  });

  it('answers an unknown path with problem+json', async () => {
    const answer = await api.send('GET', '/nothing-here');

    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: 'urn:commonthread:request.not-found', status: 404 });
  });

  it.each([
    'rounds/%00',
    'proposals/%00',
    'postcodes/a%00',
    'rounds/%zz',
    'rounds/%ED%A0%80',
    '%',
    'rounds/%C0%80',
  ])('finds nothing at /api/%s, and says so as a problem', async (path) => {
    const answer = await api.send('GET', `/${path}`);

    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ title: 'request.not-found', status: 404 });
  });

  it('keeps one unbroken audit chain under parallel writers, and lets nobody change it', async () => {
    const audit = api.app.get(AuditLog);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        audit.append({ what: 'test.happened', actorId: null, subject: `test:${n}` }),
      ),
    );

    const [{ events, last }] = await api.db.query(
      'SELECT count(*)::int AS events, max(pos)::int AS last FROM audit_events',
    );
    expect([events, last]).toEqual([20, 20]);
    await expect(api.db.query('DELETE FROM audit_events')).rejects.toThrow('append-only');
    await expect(api.db.query(`UPDATE audit_events SET what = 'x'`)).rejects.toThrow('append-only');
  });

  it('holds rate limits in the database', async () => {
    const limits = api.app.get(RateLimits);
    const three = { name: 'test', points: 3, seconds: 60 };
    for (let n = 0; n < 3; n++) await limits.take(three, 'someone');

    await expect(limits.take(three, 'someone')).rejects.toThrow(TooManyTries);
    await expect(limits.take(three, 'someone else')).resolves.toBeUndefined();
    await limits.forget(three, 'someone');
    await expect(limits.take(three, 'someone')).resolves.toBeUndefined();
  });
});
