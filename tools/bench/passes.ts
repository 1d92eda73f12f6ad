import {
  constants,
  createHmac,
  generateKeyPairSync,
  privateEncrypt,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { build, outputs } from '../build/project.ts';
import { startCluster } from '../postgres/cluster.mjs';
import { Processes } from '../start/processes.ts';
import type { Figure } from './measure.ts';

const VOTERS = 4_000;
const AT_ONCE = 32;
const PUBLIC_URL = 'http://localhost';

/** Every voter of a round fetches a pass: signed-in request, one committed row, one RSA-3072 signature, its check. */
export async function benchPasses(): Promise<Figure[]> {
  await build(outputs.api, console.log);
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'commonthread-bench-passes-')),
    password: randomBytes(9).toString('hex'),
  });
  const processes = new Processes({ remember: false });
  try {
    const jwtSecret = randomBytes(48).toString('base64url');
    const api = await processes.start('API', outputs.api.result, '/api/health/ready', {
      DATABASE_URL: cluster.url,
      PUBLIC_URL,
      JWT_SECRET: jwtSecret,
      SECRET_KEY: randomBytes(32).toString('base64'),
      ROLL_PEPPER: randomBytes(32).toString('base64url'),
      DEMO: '1',
    });
    const { slug, sessions } = await addVoters(cluster.url);
    const tokens = sessions.map(({ person, session }) => tokenFor(person, session, jwtSecret));
    await fetch(`${api}/api/rounds/${slug}/issuer-keys`);

    const tookMs: number[] = [];
    const began = performance.now();
    await inParallel(tokens, async (token) => {
      const from = performance.now();
      await askForPass(`${api}/api/rounds/${slug}/pass`, token);
      tookMs.push(performance.now() - from);
    });
    const perSecond = VOTERS / ((performance.now() - began) / 1000);
    const p95 = tookMs.toSorted((a, b) => a - b)[Math.floor(VOTERS * 0.95)] ?? Number.NaN;
    const bare = bareSignaturesPerSecond();
    return [
      {
        what: `Ballot passes: ${VOTERS.toLocaleString('en-GB')} voters, ${AT_ONCE} at once, client on the same cores`,
        measured: `${perSecond.toFixed(0)} passes/s, p95 ${p95.toFixed(0)} ms`,
        target: '>= 150 passes/s',
        ratio: `${((perSecond / bare) * 100).toFixed(0)} % of ${bare.toFixed(0)} bare RSA-3072 signatures/s on one core`,
      },
    ];
  } finally {
    await processes.stopAll();
    await cluster.stop();
  }
}

/** A round that is being voted on, and everybody on its roll, straight in the database. */
async function addVoters(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const {
    rows: [round],
  } = await client.query<{ id: string; slug: string }>(
    `WITH place AS (INSERT INTO places (slug, name, kind, valid_from)
       VALUES ('bench', 'Bench', 'council', '2000-01-01') RETURNING id)
     INSERT INTO rounds (slug, title, summary, description, place_id, currency, pots, budget_pence, minimum_age,
       connections, ballot_style, rule, opened_at, ideas_opens_at, ideas_closes_at, review_opens_at, review_closes_at,
       voting_opens_at, voting_closes_at, counting_opens_at, counting_closes_at)
     SELECT 'bench', 'Bench', '', '', place.id, 'GBP', '[]', 0, 16, '{live}', 'approval',
       '{"rule":"greedy","version":"1.0.0","tie":"min-cost"}', now() - interval '9 days', now() - interval '9 days',
       now() - interval '8 days', now() - interval '8 days', now() - interval '7 days', now() - interval '1 day',
       now() + interval '9 days', now() + interval '9 days', now() + interval '10 days'
     FROM place RETURNING id, slug`,
  );
  const { rows: sessions } = await client.query<{ person: string; session: string }>(
    `WITH person AS (INSERT INTO people (email, display_name, password_hash, date_of_birth, confirmed_at)
       SELECT 'voter-' || n || '@bench.example', 'Voter', 'none', '1980-01-01', now() FROM generate_series(1, $2::int) n
       RETURNING id),
     listed AS (INSERT INTO roll.elector (election, elector, style) SELECT $1, id, 'all' FROM person),
     linked AS (INSERT INTO roll.claim (election, person, elector, stage, origin, connection, decided_at)
       SELECT $1, id, id, 'accepted', 'account', 'live', now() FROM person)
     INSERT INTO sessions (person_id, second_factor, expires_at)
     SELECT id, false, now() + interval '1 day' FROM person RETURNING person_id AS person, id AS session`,
    [round!.id, VOTERS],
  );
  await client.query('ANALYZE');
  await client.end();
  return { slug: round!.slug, sessions };
}

/** An access token as the API writes it. */
function tokenFor(person: string, session: string, secret: string): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${part({
    sid: session,
    sub: person,
    jti: randomUUID(),
    iss: PUBLIC_URL,
    aud: `${PUBLIC_URL}/api`,
    iat: now,
    exp: now + 600,
  })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function askForPass(url: string, token: string): Promise<void> {
  const blinded = randomBytes(384);
  blinded[0] = 0;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`a pass was answered with ${answer.statusCode}`));
      });
    })
      .once('error', reject)
      .end(JSON.stringify({ blinded: blinded.toString('base64url') }));
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

function bareSignaturesPerSecond(): number {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const message = Buffer.alloc(384, 1);
  const began = performance.now();
  const TIMES = 300;
  for (let n = 0; n < TIMES; n++) {
    privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, message);
  }
  return TIMES / ((performance.now() - began) / 1000);
}
