import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AuditLog, AuditReading } from '../src/platform/audit/index.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('the audit log', () => {
  let api: TestApp;
  let log: AuditLog;
  let auditor: TestPerson;
  beforeAll(async () => {
    api = await testApp();
    log = api.app.get(AuditLog);
    await testPlace(api, 'city');
    auditor = await signedIn(api, { roles: [['auditor', 'city']] });
  });
  afterAll(() => api.close());

  const chain = async (as = auditor) => (await api.send('GET', '/audit/chain', undefined, as.token)).json();
  const events = async (query = '', as = auditor) =>
    (await api.send('GET', `/audit/events${query}`, undefined, as.token)).json();

  it('has no fork and no gap after eight writers at once', async () => {
    const facts = { zeta: 1, alpha: 'ü', middle: null, yes: true, half: 0.5 };
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let n = 0; n < 25; n++) {
          await log.append({ what: 'bell.rang', actorId: null, subject: `bell:${writer}-${n}`, facts });
        }
      }),
    );
    const report = await chain();
    expect(report).toMatchObject({ intact: true, brokenAt: null });
    expect(report.events).toBeGreaterThanOrEqual(200);
    const [{ n }] = await api.db.query('SELECT count(DISTINCT hash)::int AS n FROM audit_events');
    expect(n).toBe(report.events);
  });

  it('is searched by act, subject and day, and names nobody', async () => {
    const officer = await signedIn(api, { roles: [['officer', 'city']], displayName: 'Olga Officer' });
    await log.append({
      what: 'round.opened',
      actorId: officer.id,
      subject: 'round:spring',
      facts: { pots: 2 },
    });
    const found = await events('?what=round.&subject=round:sp');
    expect(found).toMatchObject({ total: 1, items: [{ by: 'officer', facts: { pots: 2 } }] });
    expect(JSON.stringify(found)).not.toContain('Olga');
    expect((await events('?what=bell.')).items[0]).toMatchObject({ by: 'system' });
    const today = new Date().toISOString().slice(0, 10);
    expect((await events(`?from=${today}`)).total + (await events('?to=2001-01-01')).total).toBeGreaterThan(
      200,
    );
    expect((await events('?to=2001-01-01')).total).toBe(0);
    expect((await api.send('GET', '/audit/events?from=yesterday', undefined, auditor.token)).statusCode).toBe(
      400,
    );
  });

  it('is for auditors and administrators with a second factor', async () => {
    const resident = await signedIn(api);
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    const half = await signedIn(api, { roles: [['auditor', 'city']], secondFactor: false });
    for (const path of ['/audit/events', '/audit/chain']) {
      expect((await api.send('GET', path)).statusCode).toBe(401);
      for (const [reader, code] of [
        [resident, 'identity.role-missing'],
        [officer, 'identity.role-missing'],
        [half, 'identity.second-factor-needed'],
      ] as const) {
        const answer = await api.send('GET', path, undefined, reader.token);
        expect([answer.statusCode, answer.json().title]).toEqual([403, code]);
      }
    }
  });

  it.each([
    ['a changed fact', `UPDATE audit_events SET facts = '{"n": 2}' WHERE pos = 5`, 5],
    ['an event taken out', 'DELETE FROM audit_events WHERE pos = 7', 7],
    [
      'the newest taken out',
      'DELETE FROM audit_events WHERE pos = (SELECT max(pos) FROM audit_events)',
      null,
    ],
  ])('shows %s, even by somebody who can switch the triggers off', async (_, tamper, pos) => {
    const owner = api.db.createQueryRunner();
    await owner.startTransaction();
    try {
      await expect(owner.query(`SAVEPOINT a; ${tamper}`)).rejects.toThrow();
      await owner.query('ROLLBACK TO SAVEPOINT a');
      await owner.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only');
      await owner.query(tamper);
      const reading = new AuditReading({
        transaction: (_level: string, work: (manager: unknown) => Promise<unknown>) => work(owner.manager),
      } as never);
      const report = await reading.verify();
      expect(report.intact).toBe(false);
      if (pos !== null && !report.intact) expect(report.fault.pos).toBe(pos);
    } finally {
      await owner.rollbackTransaction();
      await owner.release();
    }
  });
});
