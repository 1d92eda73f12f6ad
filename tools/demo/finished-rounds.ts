import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { deliveries } from './deliveries.ts';
import { type Category, IDEAS } from './elections/catalogue.ts';
import { generateElection } from './elections/generate-election.ts';
import { markInvented } from './invented.ts';
import { confirmOutcome, draftDecision, proposeOutcome } from './outcomes.ts';
import { later, type Weekday } from './time/calendar.ts';
import type { Story, Time } from './time/timeline.ts';

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

export type Officers = Pick<Cast, 'officer' | 'second' | 'calendar'>;

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

/** Counts by the round's own rule, has it signed by two and publishes it in the course of a day. */
export function countAndPublish(slug: string, week: number, weekday: Weekday, officers: Officers): Story {
  return async (time) => {
    const id = await countAndSign(slug, week, weekday, officers, time);
    await time.until(officers.calendar.on(week, weekday, '14:30'));
    await officers.officer.post(`/counts/${id}/publish`);
  };
}

/** Counts by the round's own rule and has it signed by two officers. @returns the count's id */
async function countAndSign(
  slug: string,
  week: number,
  weekday: Weekday,
  { officer, second, calendar }: Officers,
  time: Time,
): Promise<string> {
  await time.until(calendar.on(week, weekday, '10:00'));
  const { id } = await officer.post<Count>(`/rounds/${slug}/counts`);
  const count = await officer.until<Count>(
    `/counts/${id}`,
    ({ state }) => !['queued', 'running'].includes(state),
  );
  if (count.state !== 'run') throw new Error(`the count of ${slug} is ${count.state}: ${count.failure}`);
  await time.until(calendar.on(week, weekday, '10:40'));
  await officer.post(`/counts/${id}/sign`);
  await time.until(calendar.on(week, weekday, '11:25'));
  await second.post(`/counts/${id}/sign`);
  return id;
}

interface FinishedRound {
  readonly name: string;
  /** What its projects are about; no two rounds fund the same. */
  readonly about: readonly Category[];
  /** Makes its ballots, the same on every day. */
  readonly seed: string;
  /** The last of the four weeks in which people voted. */
  readonly week: number;
  readonly voters: number;
  readonly budgetPounds: number;
  /** How far it has come today; without it, it has been decided and no more. */
  readonly stage?: 'delivering' | 'closed';
}

const FINISHED: readonly FinishedRound[] = [
  {
    name: 'Young People and Arts Fund',
    about: ['youth', 'arts'],
    seed: 'young-people-and-arts',
    week: -157,
    voters: 1_800,
    budgetPounds: 90_000,
    stage: 'closed',
  },
  {
    name: 'Streets for People Fund',
    about: ['streets', 'safety'],
    seed: 'streets-for-people',
    week: -53,
    voters: 4_200,
    budgetPounds: 160_000,
    stage: 'delivering',
  },
  {
    name: 'Potteries Green Spaces',
    about: ['green', 'play'],
    seed: 'potteries-green-spaces',
    week: -8,
    voters: 20_000,
    budgetPounds: 300_000,
  },
];

/** The finished rounds of the demo city: imported, counted, signed, decided, with the aims they will be held to. */
export function finishedRounds(cast: Cast): Story[] {
  return FINISHED.map((round) => tellFinished(round, cast));
}

function tellFinished({ name, about, week, stage, ...size }: FinishedRound, cast: Cast): Story {
  const { officer, second, calendar, databaseUrl } = cast;
  const file = `${name.toLowerCase().replaceAll(' ', '-')}.pb`;
  const ideas = IDEAS.filter(({ category }) => about.includes(category));
  return async (time) => {
    await time.until(calendar.on(week + 1, 'Tue', '10:05'));
    const voted = { from: calendar.day(week - 3, 'Mon'), to: calendar.day(week, 'Sun') };
    const content = new Blob([generateElection({ name, ideas, ...size, voted })]);
    const slug = await importElection(officer, file, content, name);
    await markInvented(databaseUrl, slug);
    await takePart(slug, week + 1, cast, time);
    const countId = await countAndSign(slug, week + 2, 'Tue', cast, time);
    await draftDecision({ round: name, countId, week: week + 2 }, cast)(time);
    await time.until(calendar.on(week + 3, 'Tue', '15:10'));
    const digest = await proposeOutcome(slug, second);
    await time.until(calendar.on(week + 3, 'Thu', '10:30'));
    await confirmOutcome(slug, digest, officer);
    if (!stage) return;

    await time.until(calendar.on(week + 9, 'Mon', '09:30'));
    const begun = { phase: 'delivering', reason: 'Work on the funded projects has begun.' };
    await officer.post(`/rounds/${slug}/override`, begun);
    await time.together(await deliveries(slug, week + 9, stage === 'closed', cast));
    if (stage !== 'closed') return;
    await time.until(calendar.on(week + 48, 'Fri', '11:15'));
    const built = { phase: 'closed', reason: 'Everything that was funded has been built and handed over.' };
    await officer.post(`/rounds/${slug}/override`, built);
  };
}

/** While its projects are on the ballot, the residents support some and say a word: what became of it reaches them. */
async function takePart(
  slug: string,
  week: number,
  { authors, residents, calendar }: Cast,
  time: Time,
): Promise<void> {
  const days: readonly Weekday[] = ['Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  for (const [at, resident] of residents.entries()) {
    const page = `/proposals?round=${slug}&sort=title&pageSize=4&page=${at + 1}`;
    const { items } = await resident.get<{ items: { number: number }[] }>(page);
    for (const [n, { number }] of items.entries()) {
      await time.until(later(calendar.on(week, days[at % days.length]!, '18:30'), n * 9));
      if (n % 2 === 0) await resident.put(`/proposals/${number}/support`);
      if (n === 1 && authors.includes(resident))
        await resident.post(`/proposals/${number}/comments`, { text: 'I would use this every week.' });
    }
  }
}
