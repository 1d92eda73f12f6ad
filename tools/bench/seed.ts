import pg from 'pg';

/** Fills the round that is open for ideas to 1,000 proposals, each with a text of its own. */
export async function addManyProposals(address: string, databaseUrl: string) {
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${address}/api${path}`)).json()) as T;
  const rounds = await get<{ slug: string; state: string; invented: boolean }[]>('/rounds');
  const open = rounds.find(({ state }) => state === 'ideas')!.slug;
  const finished = rounds.find(({ state, invented }) => state === 'decided' && invented)!.slug;
  const { items, total } = await get<{ items: { number: number }[]; total: number }>(
    `/proposals?round=${open}`,
  );
  const [decision] = await get<{ number: string }[]>('/decisions');

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const model = items[0]!.number;
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
     WHERE table_name = 'proposals' AND is_generated = 'NEVER' AND is_identity = 'NO'
       AND column_name NOT IN ('id', 'number', 'title', 'slug', 'ballot_id')`,
  );
  const columns = rows.map(({ column_name }) => column_name).join(', ');
  await client.query(
    `INSERT INTO proposals (title, ${columns})
     SELECT (ARRAY['Garden', 'Crossing', 'Bench', 'Playground', 'Mural'])[1 + n % 5] || ' number ' || n, ${columns}
     FROM proposals, generate_series(1, $2::int) AS n WHERE number = $1`,
    [model, 1000 - total],
  );
  await client.query('ANALYZE proposals');
  await client.end();
  return { open, finished, proposal: model, decision: decision!.number };
}

/** Fills the round in review to 5,000 proposals that are all under review, due on days around today. @returns its slug */
export async function addManyReviews(address: string, databaseUrl: string): Promise<string> {
  const rounds = (await (await fetch(`${address}/api/rounds`)).json()) as { slug: string; state: string }[];
  const slug = rounds.find(({ state }) => state === 'review')!.slug;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `WITH made AS (
       INSERT INTO proposals (round_id, place_id, currency, state, title, summary, submitted_at)
       SELECT r.id, r.place_id, r.currency, 'in-review',
              (ARRAY['Garden', 'Crossing', 'Bench', 'Playground', 'Mural'])[1 + n % 5] || ' under review ' || n,
              'Something that people would use every day.', now() - n * interval '1 minute'
         FROM rounds r, generate_series(1, 5000) AS n WHERE r.slug = $1 RETURNING number),
     begun AS (
       INSERT INTO reviews (proposal_number, stage, due_on)
       SELECT number, 'answering', local_today() - 10 + number % 40 FROM made RETURNING proposal_number, due_on)
     INSERT INTO review_answers (proposal_number, criterion, department_id, due_on)
     SELECT b.proposal_number, c.criterion, (SELECT id FROM departments ORDER BY id LIMIT 1), b.due_on
       FROM begun b, unnest(ARRAY['legal-power', 'land', 'cost', 'running-cost', 'equality', 'safety', 'deliverability'])
         AS c (criterion)`,
    [slug],
  );
  await client.query('ANALYZE');
  await client.end();
  return slug;
}
