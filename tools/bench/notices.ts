import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import pg from 'pg';

import { build, outputs } from '../build/project.ts';
import { startCluster } from '../postgres/cluster.mjs';
import { Processes } from '../start/processes.ts';
import { measureCasting } from './casting.ts';
import { type Figure, seconds } from './measure.ts';

const PEOPLE = 50_000;

/** One change that 50,000 people are told of, and ballots cast while their mails go out, all on the same cores. */
export async function benchNotices(): Promise<Figure[]> {
  await build(outputs.api, console.log);
  await build(outputs.urn, console.log);
  const alone = await measureCasting();
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-bench-notices-')),
    password: randomBytes(9).toString('hex'),
  });
  const processes = new Processes({ remember: false });
  const client = new pg.Client({ connectionString: cluster.url });
  try {
    await processes.start('API', outputs.api.result, '/api/health/ready', {
      DATABASE_URL: cluster.url,
      PUBLIC_URL: 'http://localhost',
      JWT_SECRET: randomBytes(48).toString('base64url'),
      SECRET_KEY: randomBytes(32).toString('base64'),
      ROLL_PEPPER: randomBytes(32).toString('base64url'),
      DEMO: '1',
    });
    await client.connect();
    await addSupporters(client);
    const count = async (table: string): Promise<number> =>
      Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

    const began = performance.now();
    await client.query(`UPDATE proposals SET state = 'accepted', cost_pence = 100000`);
    while ((await count('notices')) < PEOPLE) await wait(20);
    const toldMs = performance.now() - began;
    const bareMs = await bareInsertMs(client);

    await client.query(`UPDATE notices SET at = at - interval '1 hour'`);
    while ((await count('mailbox')) === 0) await wait(200);
    const [before, sentFrom] = [await count('mailbox'), performance.now()];
    const beside = await measureCasting();
    const mailsPerSecond = ((await count('mailbox')) - before) / ((performance.now() - sentFrom) / 1000);
    return [
      {
        what: `One change told to ${PEOPLE.toLocaleString('en-GB')} supporters: event to last notice`,
        measured: seconds(toldMs),
        target: '< 10 s',
        ratio: `${(toldMs / bareMs).toFixed(1)} x a bare INSERT of as many rows`,
      },
      {
        what: `Ballots cast at 100/s while ${mailsPerSecond.toFixed(0)} mails/s of theirs go out`,
        measured: `p95 ${beside.p95Ms.toFixed(0)} ms`,
        target: 'p95 < 500 ms',
        ratio: `p95 ${alone.p95Ms.toFixed(0)} ms with no mail going out`,
      },
    ];
  } finally {
    await client.end();
    await processes.stopAll();
    await cluster.stop();
  }
}

async function addSupporters(client: pg.Client): Promise<void> {
  await client.query(
    `WITH place AS (INSERT INTO places (slug, name, kind, valid_from)
       VALUES ('bench', 'Bench', 'council', '2000-01-01') RETURNING id),
     round AS (INSERT INTO rounds (slug, title, summary, description, place_id, currency, pots, budget_pence, minimum_age,
       connections, ballot_style, rule, opened_at, ideas_opens_at, ideas_closes_at, review_opens_at, review_closes_at,
       voting_opens_at, voting_closes_at, counting_opens_at, counting_closes_at)
     SELECT 'bench', 'Bench', '', '', place.id, 'GBP', '[]', 0, 16, '{live}', 'approval',
       '{"rule":"greedy","version":"1.0.0","tie":"min-cost"}', now() - interval '9 days', now() - interval '9 days',
       now() - interval '1 day', now() - interval '1 day', now() + interval '7 days', now() + interval '8 days',
       now() + interval '9 days', now() + interval '9 days', now() + interval '10 days'
     FROM place RETURNING id, place_id)
     INSERT INTO proposals (round_id, title, currency, place_id, state, submitted_at)
     SELECT id, 'A bench', 'GBP', place_id, 'in-review', now() FROM round`,
  );
  await client.query(
    `INSERT INTO people (email, display_name, password_hash, date_of_birth, confirmed_at)
     SELECT 'person-' || n || '@bench.example', 'Person', 'none', '1980-01-01', now() FROM generate_series(1, $1::int) n`,
    [PEOPLE],
  );
  await client.query(
    'INSERT INTO proposal_supports (proposal_number, person_id) SELECT number, people.id FROM proposals, people',
  );
  await client.query('ANALYZE');
}

/** The same number of rows of the same width into a table with the same keys, and nothing else. */
async function bareInsertMs(client: pg.Client): Promise<number> {
  await client.query('CREATE TABLE bare (LIKE notices INCLUDING ALL)');
  const began = performance.now();
  await client.query(
    'INSERT INTO bare (person_id, fate_id, because, by_mail) SELECT person_id, fate_id, because, by_mail FROM notices',
  );
  return performance.now() - began;
}
