import pg from 'pg';

const DAY = 24 * 60 * 60 * 1000;

const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** A timetable that is open for ideas today. */
export const openTimetable = () => [
  { kind: 'ideas', opensAt: at(-20), closesAt: at(10) },
  { kind: 'review', opensAt: at(10), closesAt: at(25) },
  { kind: 'voting', opensAt: at(25), closesAt: at(46) },
  { kind: 'counting', opensAt: at(46), closesAt: at(56) },
  { kind: 'delivering', opensAt: at(60), closesAt: at(400) },
];

/** How far back a timetable of {@link openTimetable} goes so that the round stands in that phase today. */
export const DAYS_BACK = { review: 15, voting: 32 } as const;

/**
 * Moves a round's calendar back, as if its days had passed. Ideas can only be handed in while a round is open
 * for them, so the demo writes everything first and lets the time pass afterwards.
 */
export async function letDaysPass(databaseUrl: string, slug: string, days: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const columns = ['ideas', 'review', 'voting', 'counting', 'delivering'].flatMap((phase) => [
      `${phase}_opens_at`,
      `${phase}_closes_at`,
    ]);
    const moves = columns.map((column) => `${column} = ${column} - make_interval(days => $2)`).join(', ');
    await client.query(`UPDATE rounds SET ${moves} WHERE slug = $1`, [slug, days]);
  });
}

/** Everything in the demo city is invented, and says so. */
export async function markInvented(databaseUrl: string, slug: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query('UPDATE rounds SET invented = true WHERE slug = $1', [slug]),
  );
}

async function withClient(databaseUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
