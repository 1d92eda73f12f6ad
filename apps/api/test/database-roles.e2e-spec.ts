import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { blindedMessage, onRoll } from './support/roll.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';
import { type TestDatabase, testDatabase } from './support/test-database.js';

/** I6: what the API's own connection must not be able to do, each tried. */
const FORBIDDEN_TO_APP = [
  `UPDATE audit_events SET what = 'nothing'`,
  'DELETE FROM audit_events',
  'TRUNCATE audit_events',
  'ALTER TABLE audit_events DISABLE TRIGGER ALL',
  'DROP TRIGGER audit_events_append_only ON audit_events',
  'DELETE FROM audit_head',
  'TRUNCATE audit_head',
  `INSERT INTO audit_head (pos, hash) VALUES (1, sha256('x'))`,
  'SET session_replication_role = replica',
  'DELETE FROM migrations',
  'SELECT issuer_private_sealed FROM roll.issuer_key',
  'SELECT * FROM roll.issuer_key',
  'UPDATE roll.issuer_key SET issuer_public = issuer_public',
  'DELETE FROM roll.issuer_key',
  'SELECT blinded_sha256 FROM roll.participation',
  `INSERT INTO roll.participation (election, elector, channel, blinded_sha256)
   VALUES (gen_random_uuid(), gen_random_uuid(), 'online', sha256('x'))`,
  `UPDATE roll.participation SET channel = 'paper'`,
  'TRUNCATE roll.participation',
  'UPDATE roll.issue_count SET n = n + 1',
  'DELETE FROM roll.issue_count',
  'INSERT INTO roll.stirred (election, rows) VALUES (gen_random_uuid(), 0)',
  'UPDATE roll.stirred SET stirring_in = pg_current_xact_id()',
  'DELETE FROM roll.elector',
  `UPDATE roll.elector SET style = 'other'`,
  'UPDATE roll.withdrawal SET confirmed_by = gen_random_uuid(), confirmed_at = now(), removed = 0',
  'UPDATE roll.withdrawal SET asked_by = NULL',
  'INSERT INTO roll.withdrawal (election, reason, confirmed_by) VALUES (gen_random_uuid(), NULL, NULL)',
  'INSERT INTO roll.removed_key (election, digest) VALUES (gen_random_uuid(), NULL)',
  'UPDATE roll.arrival SET upload = gen_random_uuid()',
  'UPDATE roll.frozen SET electors = 0',
  'DELETE FROM roll.frozen',
  'TRUNCATE people CASCADE',
  'DROP TABLE people',
  'ALTER TABLE people ADD COLUMN mine text',
  'CREATE TABLE public.mine (x integer)',
  'CREATE SCHEMA mine',
  'DROP SCHEMA roll CASCADE',
  'SET ROLE svc_roll',
  'ALTER ROLE svc_app SUPERUSER',
  'CREATE ROLE mine',
  `SELECT pg_read_file('PG_VERSION')`,
  `COPY people TO PROGRAM 'cat'`,
];

describe('the roles of the API in its database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  /** Tries each alone. @returns those that did not end in "permission denied" */
  const allowed = async (url: string, statements: readonly string[]): Promise<string[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const through: string[] = [];
    try {
      for (const statement of statements) {
        await client.query('BEGIN');
        const refused = await client.query(statement).then(
          () => false,
          ({ code }: { code: string }) => code === '42501',
        );
        if (!refused) through.push(statement);
        await client.query('ROLLBACK');
      }
    } finally {
      await client.end();
    }
    return through;
  };

  it('svc_app can do nothing of these (I6)', async () => {
    expect(await allowed(database.appUrl, FORBIDDEN_TO_APP)).toEqual([]);
  });

  it('a table that a later migration makes is open to svc_app, as its owner’s other tables are', async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(
      'CREATE SCHEMA later; CREATE TABLE later.thing (id bigint GENERATED ALWAYS AS IDENTITY, word text)',
    );
    await owner.end();
    const statements = [
      `INSERT INTO later.thing (word) VALUES ('a')`,
      `UPDATE later.thing SET word = 'b'`,
      'DELETE FROM later.thing',
    ];
    expect(await allowed(database.appUrl, statements)).toEqual(statements);
    expect(await allowed(database.rollUrl, statements)).toEqual([]);
  });

  it('an issuer key is never exchanged, not even by the owner', async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('ALTER TABLE roll.issuer_key DROP CONSTRAINT issuer_key_election_fkey');
    await owner.query(`INSERT INTO roll.issuer_key VALUES (gen_random_uuid(), 'all', 'a', 'b')`);
    await expect(owner.query(`UPDATE roll.issuer_key SET issuer_private_sealed = 'c'`)).rejects.toThrow(
      'append-only',
    );
    await owner.query('UPDATE roll.issuer_key SET issuer_private_sealed = NULL');
    await expect(owner.query(`UPDATE roll.issuer_key SET issuer_private_sealed = 'c'`)).rejects.toThrow(
      'append-only',
    );
    await owner.end();
  });
});

describe('the running API', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
  });
  afterAll(() => api.close());

  it('is connected as svc_app and svc_roll alone, also while it issues a pass', async () => {
    await testPlace(api, 'city');
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    const { id, slug } = await testRound(api, officer.token, 'city', 'voting');
    const resident = await signedIn(api);
    await onRoll(api, id, resident);
    await api.send('GET', `/rounds/${slug}/issuer-keys`);
    const answer = await api.send(
      'POST',
      `/rounds/${slug}/pass`,
      { blinded: blindedMessage() },
      resident.token,
    );
    expect(answer.statusCode).toBe(200);

    const [{ own }] = await api.db.query<[{ own: number }]>('SELECT pg_backend_pid() AS own');
    const users = await api.db.query<{ usename: string }[]>(
      `SELECT DISTINCT usename FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> $1 AND usename <> current_user ORDER BY 1`,
      [own],
    );
    expect(users.map(({ usename }) => usename)).toEqual(['svc_app', 'svc_roll']);
    const [{ strangers }] = await api.db.query<[{ strangers: number }]>(
      `SELECT count(*)::integer AS strangers FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user
         AND query LIKE '%roll.participation%' AND pid <> $1`,
      [own],
    );
    expect(strangers).toBe(0);
  });
});
