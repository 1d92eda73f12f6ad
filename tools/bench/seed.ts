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
