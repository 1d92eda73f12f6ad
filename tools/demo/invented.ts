import pg from 'pg';

/** Everything in the demo city is invented, and says so. */
export async function markInvented(databaseUrl: string, slug: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('UPDATE rounds SET invented = true WHERE slug = $1', [slug]);
  } finally {
    await client.end();
  }
}
