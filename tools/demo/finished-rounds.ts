import { markInvented } from './calendar.ts';
import type { Client } from './client.ts';
import { addDeliveries } from './deliveries.ts';
import { generateElection } from './elections/generate-election.ts';
import { confirmOutcome, draftDecision, proposeOutcome } from './outcomes.ts';

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
  await confirmOutcome(imported, await proposeOutcome(imported, officers.second), officer);
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
