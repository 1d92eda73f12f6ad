import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import type { Calendar } from './time/calendar.ts';
import type { Story } from './time/timeline.ts';

/** A decision to write: of which round, on which count, and in which week. */
interface ToDecide {
  readonly round: string;
  readonly countId: string;
  readonly week: number;
}

/** Writes the decision on a signed count, with the aims it will be held to, in the course of a day. */
export function draftDecision(
  { round, countId, week }: ToDecide,
  { officer, calendar }: Pick<Cast, 'officer' | 'calendar'>,
): Story {
  const due = dueDay(week, calendar);
  return async (time) => {
    await time.until(calendar.on(week, 'Wed', '09:40'));
    const { number } = await officer.post<{ number: string }>('/decisions', { countId });
    await time.until(calendar.on(week, 'Wed', '11:25'));
    await officer.put(`/decisions/${number}`, {
      title: `${round}: what will be built`,
      summary: 'The council funds every project that the count chose, in full and in the order of the count.',
      reasons:
        'The rule was published before the vote and the count was signed by two officers. We follow its result without a change: no project was added or taken out.',
      fairness:
        'Every area and every interest had the same weight in the count. People whose first choice was not funded may feel passed over: each project that was not chosen has its reason below, and can be handed in again next year.',
      whatNext: `Each funded project gets an owner and dates within two months. Progress is shown on its own page. The indicators named below are measured again in the autumn of ${due.slice(0, 4)}.`,
    });
    for (const [n, aim] of AIMS.entries()) {
      await time.until(calendar.on(week, 'Wed', n === 0 ? '14:10' : '14:35'));
      await officer.post(`/decisions/${number}/aims`, { ...aim, dueOn: due });
    }
  };
}

/** The second autumn after a decision: what was built has stood for a while. */
function dueDay(week: number, calendar: Calendar): string {
  return `${Number(calendar.day(week, 'Wed').slice(0, 4)) + 2}-11-30`;
}

/** One officer says that the outcome may be published. @returns the fingerprint of what they saw */
export async function proposeOutcome(slug: string, officer: Client): Promise<string> {
  const { digest } = await officer.get<{ digest: string }>(`/rounds/${slug}/outcome`);
  await officer.post(`/rounds/${slug}/outcome/propose`, { digest });
  return digest;
}

/** Another officer confirms it: everything goes out. */
export async function confirmOutcome(slug: string, digest: string, officer: Client): Promise<void> {
  await officer.post(`/rounds/${slug}/outcome/confirm`, { digest });
}

/**
 * Leaves the outcome of the vote that was held here one signature short: a newcomer signs in as the first officer, who
 * has not confirmed it.
 */
export function leaveToConfirm(slug: string, cast: Cast): Story {
  const { officer, second, calendar } = cast;
  return async (time) => {
    await time.until(calendar.on(-2, 'Wed', '09:20'));
    const { title } = await officer.get<{ title: string }>(`/rounds/${slug}`);
    const counts = await officer.get<{ id: string; state: string }[]>(`/rounds/${slug}/counts`);
    const count = counts.find(({ state }) => state === 'published');
    if (!count) throw new Error(`${slug} has no published count`);
    await draftDecision({ round: title, countId: count.id, week: -2 }, cast)(time);
    await time.until(calendar.on(-1, 'Tue', '15:20'));
    await proposeOutcome(slug, second);
  };
}

const EVERYWHERE = {
  population: 'People aged 16 and over who live in the city',
  placeSlug: 'stoke-on-trent',
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
