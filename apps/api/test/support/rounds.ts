import type { TestApp } from './test-app.js';

export type Stage = 'draft' | 'ideas' | 'review' | 'voting' | 'counting';

const DAY = 24 * 60 * 60 * 1000;
const STAGES: readonly Stage[] = ['draft', 'ideas', 'review', 'voting', 'counting'];

/** A body for `POST /rounds`: four phases of ten days each, ideas opening in five days. */
export function roundBody(placeSlug: string, change: object = {}): Record<string, unknown> {
  const start = Date.now() + 5 * DAY;
  return {
    title: 'A round of the tests',
    summary: 'Residents decide together on ten thousand pounds for the ward.',
    description: 'Everything there is to say about it.',
    placeSlug,
    pots: [
      { name: 'Green spaces', amountPence: 600_000 },
      { name: 'Young people', amountPence: 400_000 },
    ],
    phases: ['ideas', 'review', 'voting', 'counting'].map((kind, n) => ({
      kind,
      opensAt: new Date(start + n * 10 * DAY).toISOString(),
      closesAt: new Date(start + (n + 1) * 10 * DAY).toISOString(),
    })),
    eligibility: { minimumAge: 16, connections: ['live', 'work'] },
    ballotStyle: 'approval',
    maxChoices: 5,
    rule: { rule: 'equal-shares', completion: 'add1u' },
    ...change,
  };
}

/** Creates a round as an officer would, opens it and moves its timetable so that now lies in the middle of a phase. */
export async function testRound(
  api: TestApp,
  officerToken: string,
  placeSlug: string,
  stage: Stage,
  change: object = {},
): Promise<{ id: string; slug: string }> {
  const created = await api.send('POST', '/rounds', roundBody(placeSlug, change), officerToken);
  if (created.statusCode !== 201) throw new Error(created.body);
  const { id, slug } = created.json<{ id: string; slug: string }>();
  if (stage !== 'draft') {
    await api.send('POST', `/rounds/${slug}/open`, undefined, officerToken);
    await passDays(api, slug, STAGES.indexOf(stage) * 10);
  }
  return { id, slug };
}

/** Moves the timetable of a round into the past, as if days had gone by. */
export async function passDays(api: TestApp, slug: string, days: number): Promise<void> {
  const columns = ['ideas', 'review', 'voting', 'counting', 'delivering'].flatMap((kind) => [
    `${kind}_opens_at`,
    `${kind}_closes_at`,
  ]);
  await api.db.query(
    `UPDATE rounds SET ${columns.map((column) => `${column} = ${column} - make_interval(days => $2)`).join()}
     WHERE slug = $1`,
    [slug, days],
  );
}
