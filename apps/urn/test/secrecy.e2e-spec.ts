import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { base64url, fromBase64url } from '@commonthread/ballot-protocol';
import pg from 'pg';

import { castMany, openElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

/** I6: what the role of the public door must not be able to do, each tried. */
const FORBIDDEN = [
  'SELECT body FROM urn.ballot',
  'SELECT * FROM urn.ballot',
  'SELECT xmin FROM urn.ballot',
  'SELECT ctid FROM urn.ballot',
  'SELECT cred_sig FROM urn.ballot',
  'SELECT b FROM urn.ballot b',
  `INSERT INTO urn.ballot (election, style, cred, rev, commitment, body, source)
   VALUES ('x', 'x', decode(repeat('00', 32), 'hex'), 1, decode(repeat('00', 32), 'hex'), '{}', 'paper')`,
  `UPDATE urn.ballot SET body = '{}'`,
  'UPDATE urn.ballot SET idx = NULL',
  'DELETE FROM urn.ballot',
  'TRUNCATE urn.ballot',
  'COPY urn.ballot TO STDOUT',
  `UPDATE urn.election SET state = 'open'`,
  `UPDATE urn.election SET closes = closes + interval '1 day'`,
  'DELETE FROM urn.election',
  `INSERT INTO tlog.checkpoint VALUES ('x', 1, '', '')`,
  'UPDATE tlog.checkpoint SET size = 7',
  'DELETE FROM tlog.checkpoint',
  'SELECT roll_summary FROM tlog.closing',
  'SELECT * FROM tlog.night',
  'SELECT * FROM paper.batch',
  'SELECT * FROM paper.entry',
  'SELECT * FROM paper.sheet',
  'CREATE TABLE public.mine (x int)',
  'CREATE SCHEMA mine',
  'CREATE TEMP TABLE mine (x int)',
  'DROP FUNCTION urn.cast_ballot',
  'SET ROLE urn_keeper',
  'SET SESSION AUTHORIZATION urn_keeper',
  `SELECT pg_read_file('PG_VERSION')`,
  `ALTER ROLE svc_urn SUPERUSER`,
];

describe('secrecy', () => {
  let urn: TestUrn;
  beforeAll(async () => {
    urn = await testUrn();
  }, 60_000);
  afterAll(() => urn.close());

  it('I4: a ballot has these columns and no other; nothing dates or numbers it before its batch', async () => {
    const { rows } = await urn.db.query<{ name: string; type: string; fallback: string | null }>(
      `SELECT column_name AS name, data_type AS type, column_default AS fallback
         FROM information_schema.columns WHERE table_schema = 'urn' AND table_name = 'ballot' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(
      'body commitment cred cred_sig election idx pass_prefix pass_sig rev source style'.split(' '),
    );
    expect(rows.filter(({ fallback }) => fallback !== null)).toEqual([]);
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['text', 'bytea', 'smallint', 'integer']));
    const { rowCount } = await urn.db.query(
      `SELECT 1 FROM pg_sequences WHERE schemaname IN ('urn', 'tlog', 'paper')`,
    );
    expect(rowCount).toBe(0);
  });

  it('I6: the public door can do nothing of these', async () => {
    const client = new pg.Client({ connectionString: urn.config.databaseUrl });
    await client.connect();
    try {
      const allowed: string[] = [];
      for (const statement of FORBIDDEN) {
        const refused = await client.query(statement).then(
          () => false,
          ({ code }: { code: string }) => code === '42501',
        );
        if (!refused) allowed.push(statement);
        await client.query('RESET ROLE');
      }
      expect(allowed).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('I16, row 77: no log line holds who, from where, or what', async () => {
    const election = await openElection(urn);
    const written: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
    );
    const voter = await election.voter();
    const ballot = voter.cast(['orchard']);
    const from = { 'user-agent': 'canary-agent', 'x-forwarded-for': '203.0.113.77' };
    try {
      await urn.send('POST', '/cast', ballot, from);
      await urn.send('POST', '/cast', voter.cast(['ramp']), from);
      await urn.send(
        'POST',
        '/cast',
        { ...ballot, body: { ...ballot.body, choices: ['orchard', 'orchard'] } },
        from,
      );
      await urn.send('GET', '/nowhere?canary=canary@mail.example', undefined, {
        ...from,
        cookie: 'canary=1',
      });
      // A fault in the database, whose message holds the values of the row.
      await urn.db.query(
        `ALTER TABLE urn.ballot ADD CONSTRAINT broken CHECK (body NOT LIKE '%salt%') NOT VALID`,
      );
      const fault = await urn.send('POST', '/cast', (await election.voter()).cast(['orchard']), from);
      expect(fault.statusCode).toBe(500);
      expect(fault.body).not.toMatch(/orchard|broken|ballot_/);
      await urn.db.query('ALTER TABLE urn.ballot DROP CONSTRAINT broken');
      await castMany(urn, election, 20);
      await urn.urn.timekeeper.round();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    const log = written.join('');
    const hex = Buffer.from(fromBase64url(ballot.header.cred)).toString('hex');
    for (const canary of [
      'canary',
      '203.0.113',
      '127.0.0.1',
      ballot.header.cred,
      hex,
      'orchard',
      ballot.body.salt,
    ]) {
      expect(log).not.toContain(canary);
    }
    expect(log).not.toContain(base64url(voter.pass.signature));
    expect(log).toContain('23514');
  });
});
