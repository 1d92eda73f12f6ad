import { createHmac, randomUUID } from 'node:crypto';

import pg from 'pg';

const DAY = 86_400;
/** What an API must be told so that the tokens made here are its own. */
export const PUBLIC_URL = 'http://localhost';

export interface Electorate {
  /** Of the round. */
  readonly id: string;
  readonly slug: string;
  /** Access tokens, one for each voter, good for a day. */
  readonly tokens: readonly string[];
}

/** A round that is being voted on, and everybody on its roll with a session, straight in a migrated database. */
export async function addElectorate(
  databaseUrl: string,
  voters: number,
  jwtSecret: string,
): Promise<Electorate> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const {
    rows: [round],
  } = await client.query<{ id: string; slug: string }>(
    `WITH place AS (INSERT INTO places (slug, name, kind, valid_from)
       VALUES ('made-up', 'Made up', 'council', '2000-01-01') RETURNING id)
     INSERT INTO rounds (slug, title, summary, description, place_id, currency, pots, budget_pence, minimum_age,
       connections, ballot_style, rule, opened_at, ideas_opens_at, ideas_closes_at, review_opens_at, review_closes_at,
       voting_opens_at, voting_closes_at, counting_opens_at, counting_closes_at)
     SELECT 'made-up', 'Made up', '', '', place.id, 'GBP', '[]', 0, 16, '{live}', 'approval',
       '{"rule":"greedy","version":"1.0.0","tie":"min-cost"}', now() - interval '9 days', now() - interval '9 days',
       now() - interval '8 days', now() - interval '8 days', now() - interval '7 days', now() - interval '1 day',
       now() + interval '9 days', now() + interval '9 days', now() + interval '10 days'
     FROM place RETURNING id, slug`,
  );
  const { rows: sessions } = await client.query<{ person: string; session: string }>(
    `WITH person AS (INSERT INTO people (email, display_name, password_hash, date_of_birth, confirmed_at)
       SELECT 'voter-' || n || '@made-up.example', 'Voter', 'none', '1980-01-01', now() FROM generate_series(1, $2::int) n
       RETURNING id),
     listed AS (INSERT INTO roll.elector (election, elector, style) SELECT $1, id, 'all' FROM person),
     linked AS (INSERT INTO roll.claim (election, person, elector, stage, origin, connection, decided_at)
       SELECT $1, id, id, 'accepted', 'account', 'live', now() FROM person)
     INSERT INTO sessions (person_id, second_factor, expires_at)
     SELECT id, false, now() + interval '1 day' FROM person RETURNING person_id AS person, id AS session`,
    [round!.id, voters],
  );
  await client.query('ANALYZE');
  await client.end();
  const tokens = sessions.map(({ person, session }) => tokenFor(person, session, jwtSecret));
  return { ...round!, tokens };
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
    exp: now + DAY,
  })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
