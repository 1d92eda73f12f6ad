import type { Cast } from './cast.ts';
import { IDEAS, type ProjectIdea } from './elections/catalogue.ts';
import type { DemoRound } from './rounds.ts';
import { later } from './time/calendar.ts';
import type { Time } from './time/timeline.ts';

interface Entry {
  readonly slug: string;
  readonly round: DemoRound;
  /** Of the idea, in the catalogue. */
  readonly name: string;
  /** Which of the round's ideas it is. */
  readonly n: number;
}

export interface HandedIn {
  readonly number: number;
  readonly idea: ProjectIdea;
}

const DAY_MINUTES = 24 * 60;
/** Days in which the ideas of a round come in, from its first Tuesday on. */
const DAYS = 20;

/** Somebody writes an idea down one evening; others read it on the next days, support it and say a word. */
export function handIn(
  { slug, round, name, n }: Entry,
  wards: ReadonlyMap<string, string>,
  cast: Cast,
): (time: Time) => Promise<HandedIn> {
  const idea = IDEAS.find((one) => one.name === name);
  if (!idea) throw new Error(`the catalogue has no idea called ${name}`);
  const author = cast.authors[n % cast.authors.length]!;
  const reader = cast.authors[(n + 1) % cast.authors.length]!;
  const area = round.areas?.[n % round.areas.length] ?? idea.ward;
  const placeSlug = round.ward ?? wards.get(area);
  if (!placeSlug) throw new Error(`no ward ${area}`);
  const first = later(cast.calendar.on(round.week, 'Tue', '18:10'), (n * 37) % 110);
  const days = Math.floor((n * DAYS) / round.ideas.length);
  const evening = later(first, days * DAY_MINUTES);

  return async (time) => {
    await time.until(evening);
    const { number, version } = await author.post<{ number: number; version: number }>('/proposals', {
      roundSlug: slug,
      title: idea.name,
    });
    await time.until(later(evening, 24));
    await author.patch(`/proposals/${number}`, {
      version,
      summary: idea.description,
      body: `${idea.description}\n\nWhy here: people pass this spot every day and have asked for it for some time. It can be done within a year and is easy to look after.`,
      category: idea.category,
      estimatePence: Math.round(idea.costPounds / 4) * 100,
      placeSlug,
    });
    await time.until(later(evening, 31));
    await author.post(`/proposals/${number}/submit`);
    if (n % 2 === 0) {
      await time.until(later(evening, DAY_MINUTES + 8 + n));
      await reader.put(`/proposals/${number}/support`);
    }
    if (n % 5 === 0) {
      await time.until(later(evening, DAY_MINUTES + 17 + n));
      await reader.post(`/proposals/${number}/comments`, {
        text: 'This would be used by a lot of people. Could it have seats with backs?',
      });
    }
    if (n % 3 === 0) {
      await time.until(
        later(cast.calendar.on(round.week + Math.floor((days + 2) / 7) + 1, 'Mon', '09:15'), n),
      );
      await cast.officer.put(`/proposals/${number}/follow`);
    }
    return { number, idea };
  };
}
