import { markInvented } from './calendar.ts';
import type { Client } from './client.ts';
import { addDeliveries } from './deliveries.ts';
import { generateElection } from './elections/generate-election.ts';

interface Import {
  readonly state: string;
  readonly roundSlug: string | null;
  readonly faults: readonly unknown[];
}

interface Count {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
}

export interface Officers {
  readonly officer: Client;
  readonly second: Client;
  readonly databaseUrl: string;
}

/** Imports one `.pb` text as a finished round, the way an officer does. @returns the round's slug */
export async function importElection(
  officer: Client,
  name: string,
  content: Blob,
  title?: string,
): Promise<string> {
  const fields = { placeSlug: 'stoke-on-trent', ...(title !== undefined && { title }) };
  const { id } = await officer.upload<{ id: string }>('/imports', fields, { name, content });
  const done = await officer.until<Import>(`/imports/${id}`, ({ state }) =>
    ['done', 'refused', 'failed'].includes(state),
  );
  if (!done.roundSlug)
    throw new Error(`${name} was ${done.state}: ${JSON.stringify(done.faults.slice(0, 3))}`);
  return done.roundSlug;
}

/** Counts by the round's own rule and publishes it. @returns the count's id */
export async function countAndPublish(slug: string, officers: Officers): Promise<string> {
  const id = await countAndSign(slug, officers);
  await officers.officer.post(`/counts/${id}/publish`);
  return id;
}

/** Counts by the round's own rule and has it signed by two officers. @returns the count's id */
async function countAndSign(slug: string, { officer, second }: Officers): Promise<string> {
  const { id } = await officer.post<Count>(`/rounds/${slug}/counts`);
  const count = await officer.until<Count>(
    `/counts/${id}`,
    ({ state }) => !['queued', 'running'].includes(state),
  );
  if (count.state !== 'run') throw new Error(`the count of ${slug} is ${count.state}: ${count.failure}`);
  await officer.post(`/counts/${id}/sign`);
  await second.post(`/counts/${id}/sign`);
  return id;
}

interface FinishedRound {
  readonly name: string;
  readonly year: number;
  readonly voters: number;
  readonly budgetPounds: number;
  /** Where it stands today; without it, it has just been decided. */
  readonly moved?: { readonly phase: 'delivering' | 'closed'; readonly reason: string };
  /** Whether its outcome waits for the second officer: a newcomer can publish it. */
  readonly waits?: boolean;
}

const FINISHED: readonly FinishedRound[] = [
  {
    name: 'Winter Warmth Fund',
    year: 2023,
    voters: 1_800,
    budgetPounds: 90_000,
    moved: { phase: 'closed', reason: 'Everything that was funded has been built and handed over.' },
  },
  {
    name: 'Canal Corridor Fund',
    year: 2024,
    voters: 4_200,
    budgetPounds: 160_000,
    moved: { phase: 'delivering', reason: 'Work on the funded projects has begun.' },
  },
  { name: 'Potteries Green Spaces', year: 2025, voters: 20_000, budgetPounds: 300_000 },
  { name: 'Market Squares Fund', year: 2026, voters: 1_200, budgetPounds: 80_000, waits: true },
];

/** The finished rounds of the demo city: imported, counted, signed, decided, with the aims they will be held to. */
export async function addFinishedRounds(officers: Officers, residents: readonly Client[]): Promise<void> {
  for (const round of FINISHED) await addFinishedRound(round, officers, residents);
}

async function addFinishedRound(
  round: FinishedRound,
  officers: Officers,
  residents: readonly Client[],
): Promise<void> {
  const { officer, databaseUrl } = officers;
  const title = `${round.name} ${round.year}`;
  const slug = title.toLowerCase().replaceAll(' ', '-');
  const content = new Blob([generateElection({ ...round, seed: slug })]);
  const imported = await importElection(officer, `${slug}.pb`, content, title);
  await markInvented(databaseUrl, imported);
  await takePart(imported, residents);
  await draftDecision(title, await countAndSign(imported, officers), officer);
  await publish(imported, officers, round.waits);
  if (!round.moved) return;
  await officer.post(`/rounds/${imported}/override`, round.moved);
  await addDeliveries(officer, imported, round.moved.phase === 'closed');
}

/** While its projects are on the ballot, the residents support some and say a word: what became of it reaches them. */
async function takePart(slug: string, residents: readonly Client[]): Promise<void> {
  for (const [at, resident] of residents.entries()) {
    const page = `/proposals?round=${slug}&sort=title&pageSize=6&page=${at + 1}`;
    const { items } = await resident.get<{ items: { number: number }[] }>(page);
    for (const [n, { number }] of items.entries()) {
      if (n % 2 === 0) await resident.put(`/proposals/${number}/support`);
      if (n === 1)
        await resident.post(`/proposals/${number}/comments`, { text: 'I would use this every week.' });
    }
  }
}

async function draftDecision(round: string, countId: string, officer: Client): Promise<void> {
  const { number } = await officer.post<{ number: string }>('/decisions', { countId });
  await officer.put(`/decisions/${number}`, {
    title: `${round}: what will be built`,
    summary: 'The council funds every project that the count chose, in full and in the order of the count.',
    reasons:
      'The rule was published before the vote and the count was signed by two officers. We follow its result without a change: no project was added or taken out.',
    fairness:
      'Every area and every interest had the same weight in the count. People whose first choice was not funded may feel passed over: each project that was not chosen has its reason below, and can be handed in again next year.',
    whatNext:
      'Each funded project gets an owner and dates within two months. Progress is shown on its own page. The indicators named below are measured again in the autumn of 2027.',
  });
  for (const aim of AIMS) await officer.post(`/decisions/${number}/aims`, aim);
}

/** The second officer proposes, the first confirms: a newcomer signs in as the first. */
async function publish(slug: string, { officer, second }: Officers, waits = false): Promise<void> {
  const { digest } = await second.get<{ digest: string }>(`/rounds/${slug}/outcome`);
  await second.post(`/rounds/${slug}/outcome/propose`, { digest });
  if (!waits) await officer.post(`/rounds/${slug}/outcome/confirm`, { digest });
}

const EVERYWHERE = {
  population: 'People aged 16 and over who live in the city',
  placeSlug: 'stoke-on-trent',
  dueOn: '2027-11-30',
};

const AIMS = [
  {
    ...EVERYWHERE,
    indicatorCode: '3.3',
    direction: 'down',
    sizePoints: 4,
    mechanism:
      'Places to sit, play and meet close to home bring people together who would not meet otherwise, and meeting makes getting on easier.',
    comparisonPlaceSlugs: [],
  },
  {
    ...EVERYWHERE,
    indicatorCode: '3.1',
    direction: 'down',
    sizePoints: 3,
    mechanism:
      'Gardens, courts and halls that are looked after by groups give more people something to join within walking distance.',
    comparisonPlaceSlugs: [],
  },
];
