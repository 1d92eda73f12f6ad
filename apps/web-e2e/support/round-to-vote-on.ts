import type { ThroughApi } from './through-api.js';

const DAY = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const PROJECTS = [
  ['A crossing at the school', 1_200_000],
  ['Benches along the canal', 800_000],
  ['Lamps on the towpath', 1_500_000],
  ['A community oven', 600_000],
] as const;

export interface RoundToVoteOn {
  readonly slug: string;
  readonly title: string;
}

/** A round with accepted proposals whose vote has not opened, and residents who ask to be on its list of voters. */
export async function roundToVoteOn(
  officer: ThroughApi,
  residents: readonly ThroughApi[],
): Promise<RoundToVoteOn> {
  const title = `A whole vote ${Date.now()}`;
  const { slug } = await officer.post<{ slug: string }>('/rounds', {
    title,
    summary: 'An invented round for a test: thirty thousand pounds for one neighbourhood.',
    description: 'An invented round for a test.',
    placeSlug: 'stoke-on-trent',
    pots: [{ name: 'Fund', amountPence: 3_000_000 }],
    phases: [
      { kind: 'ideas', opensAt: at(-20), closesAt: at(10) },
      { kind: 'review', opensAt: at(10), closesAt: at(20) },
      { kind: 'voting', opensAt: at(20), closesAt: at(30) },
      { kind: 'counting', opensAt: at(30), closesAt: at(40) },
    ],
    eligibility: { minimumAge: 11, connections: ['live'] },
    ballotStyle: 'approval',
    maxChoices: 2,
    rule: { rule: 'greedy' },
  });
  await officer.post(`/rounds/${slug}/open`);
  const [author] = residents;
  if (!author) throw new Error('somebody has to propose');
  for (const [name, costPence] of PROJECTS) {
    const { number, version } = await author.post<{ number: number; version: number }>('/proposals', {
      roundSlug: slug,
      title: name,
    });
    await author.patch(`/proposals/${number}`, {
      version,
      summary: `${name}, invented for a test.`,
      body: `${name}, invented for a test. People pass this spot every day.`,
      estimatePence: costPence,
      placeSlug: 'stoke-on-trent',
    });
    await author.post(`/proposals/${number}/submit`);
    await accept(officer, number, costPence);
  }
  for (const [n, resident] of residents.entries()) {
    await resident.post(`/rounds/${slug}/roll/claims`, {
      connection: 'live',
      fullName: `Demo Resident ${'ABC'[n]}`,
      postcode: 'ST3 5DC',
      house: `${300 + n}`,
    });
  }
  return { slug, title };
}

/** A review in which every question is answered with a plain yes. */
async function accept(officer: ThroughApi, number: number, costPence: number): Promise<void> {
  await officer.post('/reviews/assign', { numbers: [number] });
  const { answers } = await officer.get<{ answers: { criterion: string }[] }>(`/reviews/${number}`);
  await officer.put(`/reviews/${number}/answers`, {
    answers: answers.map(({ criterion }) => ({
      criterion,
      ...{ answer: 'met', reasonCode: null, words: '', finished: true },
    })),
  });
  const unknown = { costLowPence: null, costHighPence: null, runningCostPence: null, runningYears: null };
  await officer.put(`/reviews/${number}/costs`, { ...unknown, costPence });
  await officer.post(`/reviews/${number}/verdict`, { verdict: 'accepted' });
}
