import { BallotBox } from '../../src/counts/index.js';
import { counted } from './elections.js';
import type { TestPerson } from './people.js';
import { accept, submitted } from './proposals.js';
import { passDays, testRound } from './rounds.js';
import type { TestApp } from './test-app.js';

export interface VotedRound {
  readonly id: string;
  readonly slug: string;
  /** Of the three on the ballot. */
  readonly numbers: readonly number[];
  /** As if the export had been verified. */
  store(): Promise<void>;
  /** Counts, and has it signed by both officers. @returns the count's id */
  count(): Promise<string>;
}

export interface Cast {
  readonly officer: TestPerson;
  readonly second: TestPerson;
  /** Of all three projects. */
  readonly author: TestPerson;
  /** Joins the second project as an author, supports the first, has voted. */
  readonly friend: TestPerson;
}

/** A round held here whose vote is over: three projects with authors, 40 ballots, one proposal that nobody answered. */
export async function votedRound(
  api: TestApp,
  { officer, second, author, friend }: Cast,
): Promise<VotedRound> {
  const { id, slug } = await testRound(api, officer.token, 'stoke', 'ideas', {
    rule: { rule: 'greedy' },
    pots: [{ name: 'Green', amountPence: 130_000 }],
  });
  const numbers: number[] = [];
  for (const title of ['Benches', 'A court', 'Forty trees']) {
    const number = await submitted(api, author.token, slug, title);
    numbers.push(number);
  }
  await submitted(api, author.token, slug, 'Never looked at');
  await api.send('PUT', `/proposals/${numbers[0]}/support`, undefined, friend.token);
  await api.db.query('INSERT INTO proposal_coauthors (proposal_number, person_id) VALUES ($1, $2)', [
    numbers[1],
    friend.id,
  ]);
  for (const number of numbers) await accept(api, officer.token, number, 60_000);
  await passDays(api, slug, 20);
  await api.send('GET', `/rounds/${slug}`);
  await passDays(api, slug, 10);
  await api.db.query(
    `INSERT INTO contributions (kind, person_id, round_id, since) VALUES ('vote', $1, $2, clock_timestamp())`,
    [friend.id, id],
  );
  await api.db.query(
    `INSERT INTO held_votes (round_id, stage, manifest, manifest_sha256, closes_at, opened_at)
     VALUES ($1, 'closed', '{}', repeat('0', 64), clock_timestamp(), clock_timestamp())`,
    [id],
  );
  await api.db.query(
    `INSERT INTO roll.kept_count (election, style, electors, online, paper, reissued) VALUES ($1, 'all', 80, 28, 12, 0)`,
    [id],
  );
  const [one, two, three] = (
    await api.db.query<{ ballot_id: string }[]>(
      'SELECT ballot_id FROM proposals WHERE number = ANY ($1) ORDER BY number',
      [numbers],
    )
  ).map(({ ballot_id }) => ballot_id) as [string, string, string];
  const choices = Array.from({ length: 40 }, (_, n) => ({ choices: n < 30 ? [one, two] : [three] }));
  await api.db.transaction((manager) => api.app.get(BallotBox).store(id, choices, manager));
  await api.db.query('UPDATE rounds SET ballots = 40 WHERE id = $1', [id]);
  return {
    id,
    slug,
    numbers,
    async store() {
      const totals = {
        ballotLines: 41,
        online: 29,
        superseded: 1,
        credentials: 28,
        paper: 12,
        checkpoints: 1,
      };
      await api.db.query(
        `UPDATE held_votes SET stage = 'stored', stored_at = clock_timestamp(), report = $2 WHERE round_id = $1`,
        [id, JSON.stringify({ ok: true, totals })],
      );
    },
    async count() {
      const countId = await counted(api, officer.token, slug);
      for (const { token } of [officer, second])
        await api.send('POST', `/counts/${countId}/sign`, undefined, token);
      return countId;
    },
  };
}
