import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { onRoll } from './support/roll.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

describe('the schema of the roll', () => {
  let api: TestApp;
  let election: string;
  let elector: string;
  beforeAll(async () => {
    api = await testApp();
    await testPlace(api, 'city');
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    election = (await testRound(api, officer.token, 'city', 'review')).id;
    elector = await onRoll(api, election, await signedIn(api));
  });
  afterAll(() => api.close());

  const columnsOf = async (schema: string, table = '%') =>
    api.db.query<{ table: string; column: string; type: string; default: string | null }[]>(
      `SELECT table_name AS table, column_name AS column, data_type AS type, column_default AS default
       FROM information_schema.columns WHERE table_schema = $1 AND table_name LIKE $2 ORDER BY 1, ordinal_position`,
      [schema, table],
    );

  it('keeps a participation without a time, a sequence or a person (I4)', async () => {
    const columns = await columnsOf('roll', 'participation');
    expect(columns.map(({ column, type }) => [column, type])).toEqual([
      ['election', 'uuid'],
      ['elector', 'uuid'],
      ['channel', 'text'],
      ['blinded_sha256', 'bytea'],
    ]);
    expect(columns.every((column) => column.default === null)).toBe(true);
    expect((await columnsOf('roll', 'elector')).map(({ column }) => column)).toEqual([
      'election',
      'elector',
      'style',
    ]);
  });

  it('dates counts alone: no table that names an elector after the freeze has a time', async () => {
    const timed = (await columnsOf('roll')).filter(({ type }) => /time|date/.test(type));
    expect(timed.map(({ table, column }) => `${table}.${column}`).sort()).toEqual([
      'claim.asked_at',
      'claim.decided_at',
      'frozen.frozen_at',
      'issue_count.day',
      'reissue.asked_at',
      'reissue.confirmed_at',
      // An upload is dated; which entries it brought is forgotten at the freeze, and so is who was to be taken off.
      'upload.uploaded_at',
      'withdrawal.asked_at',
      'withdrawal.confirmed_at',
      'withdrawal.dropped_at',
    ]);
  });

  it('holds no name, date of birth or address in the clear', async () => {
    const columns = (await columnsOf('roll')).map(({ column }) => column);
    expect(columns.filter((column) => /name|birth|postcode|house|email|uprn/.test(column))).toEqual([]);
  });

  it('shares nothing with the ballots but the names of election and style (I4)', async () => {
    const roll = new Set((await columnsOf('roll')).map(({ column }) => column));
    const urn =
      'id manifest manifest_sha256 opens closes state closed_at cred rev commitment body cred_sig pass_prefix pass_sig idx source'.split(
        ' ',
      );
    expect(urn.filter((column) => roll.has(column))).toEqual([]);
    expect([...roll].filter((column) => /^(ip|session|request|cookie|user_agent)/.test(column))).toEqual([]);
  });

  it('keeps one participation and one person per elector', async () => {
    await expect(
      api.db.query(`INSERT INTO roll.match_key (election, elector, likeness, digest)
        SELECT election, elector, likeness, digest FROM roll.match_key`),
    ).rejects.toThrow('match_key_pkey');
    const take = `INSERT INTO roll.participation VALUES ('${election}', '${elector}', 'paper', NULL)`;
    await api.db.query(take);
    await expect(api.db.query(take)).rejects.toThrow('participation_pkey');
    await expect(
      api.db.query(`INSERT INTO roll.participation VALUES ('${election}', gen_random_uuid(), 'paper', NULL)`),
    ).rejects.toThrow('foreign key');
  });

  describe('svc_roll (I6)', () => {
    /** As the issuer would be connected; undone afterwards. */
    const asIssuer = async (sql: string): Promise<string> => {
      const runner = api.db.createQueryRunner();
      await runner.startTransaction();
      try {
        await runner.query('SET LOCAL ROLE svc_roll');
        await runner.query(sql);
        return 'allowed';
      } catch (refused) {
        return (refused as Error).message;
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    };

    it.each([
      'SELECT election, elector, style FROM roll.elector',
      'SELECT channel, blinded_sha256 FROM roll.participation',
      'SELECT election, person, elector FROM roll.claim',
      'SELECT issuer_public, issuer_private_sealed FROM roll.issuer_key',
    ])('may: %s', async (sql) => {
      expect(await asIssuer(sql)).toBe('allowed');
    });

    it('may add a participation, and the count and the notice follow without a grant', async () => {
      await api.db.query('DELETE FROM roll.participation');
      const sql = `INSERT INTO roll.participation (election, elector, channel, blinded_sha256)
        VALUES ('${election}', '${elector}', 'online', sha256('a')) ON CONFLICT DO NOTHING`;
      expect(await asIssuer(sql)).toBe('allowed');
    });

    it.each([
      'UPDATE roll.participation SET channel = channel',
      'DELETE FROM roll.participation',
      'TRUNCATE roll.participation',
      'UPDATE roll.elector SET style = style',
      'DELETE FROM roll.elector',
      `INSERT INTO roll.elector (election, style) VALUES (gen_random_uuid(), 'all')`,
      'UPDATE roll.claim SET person = person',
      'SELECT sealed_details FROM roll.claim',
      'SELECT digest FROM roll.match_key',
      'SELECT n FROM roll.issue_count',
      'UPDATE roll.issue_count SET n = n + 1',
      'SELECT elector FROM roll.notice',
      'DELETE FROM roll.reissue',
      'UPDATE roll.issuer_key SET issuer_private_sealed = NULL',
      'DELETE FROM roll.frozen',
      'SELECT roll.note_issue()',
      'SELECT email FROM people',
      'SELECT id FROM sessions',
      'SELECT title FROM rounds',
      'SELECT what FROM audit_events',
      'CREATE TABLE roll.notes (note text)',
      'CREATE TABLE public.notes (note text)',
    ])('may not: %s', async (sql) => {
      expect(await asIssuer(sql)).toMatch(/permission denied|must be owner/);
    });

    it('does not see the ballots', async () => {
      const [{ urn }] = await api.db.query(`SELECT to_regnamespace('urn') IS NOT NULL AS urn`);
      if (!urn) await api.db.query('CREATE SCHEMA urn; CREATE TABLE urn.ballot (body text)');
      expect(await asIssuer('SELECT * FROM urn.ballot')).toMatch('permission denied');
    });
  });

  it('cannot be changed once it is frozen, not even by the owner', async () => {
    await api.db.query('INSERT INTO roll.frozen (election, electors) VALUES ($1, 1)', [election]);
    for (const sql of [
      `INSERT INTO roll.elector (election, style) VALUES ('${election}', 'all')`,
      'UPDATE roll.elector SET style = style',
      'DELETE FROM roll.elector',
      'UPDATE roll.match_key SET digest = digest',
      `UPDATE roll.claim SET person = (SELECT id FROM people ORDER BY id DESC LIMIT 1), elector = NULL, stage = 'refused'`,
    ]) {
      await expect(api.db.query(sql)).rejects.toThrow('frozen');
    }
    await expect(api.db.query('DELETE FROM roll.frozen')).rejects.toThrow('append-only');
  });
});
