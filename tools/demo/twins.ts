import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { later } from './time/calendar.ts';
import type { Story } from './time/timeline.ts';

interface Twin {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** Invented, like all of the demo city. */
const WATER: readonly [Twin, Twin] = [
  {
    title: 'A drinking fountain in the park',
    summary: 'A tap for bottles and a low basin for children and dogs beside the playground.',
    body: 'On hot days there is no water anywhere in the park.',
  },
  {
    title: 'Drinking fountain for the park',
    summary: 'Free water by the bandstand, so that nobody has to buy a bottle.',
    body: 'People who come to sit here should find water.',
  },
];
const LIGHT: readonly [Twin, Twin] = [
  {
    title: 'Lamps along the canal path',
    summary: 'Low lamps on the towpath, so that people can walk home after dark.',
    body: 'From October on the path is too dark to use.',
  },
  {
    title: 'Lamps on the canal path',
    summary: 'Light on the way to the station, dimmed when nobody is there.',
    body: 'Many people walk this way to the first train.',
  },
];

/** Two pairs of proposals alike: the authors of one are being asked to join theirs, the other pair has become one. */
export function addTwins(
  slug: string,
  ward: string | undefined,
  { officer, residents, calendar }: Cast,
): Story {
  const [ada, ben] = residents;
  if (!ada || !ben) throw new Error('two residents are needed to write the same thing twice');
  return async (time) => {
    const write = async (author: Client, { title, ...text }: Twin, evening: Date): Promise<number> => {
      await time.until(evening);
      const { number, version } = await author.post<{ number: number; version: number }>('/proposals', {
        roundSlug: slug,
        title,
      });
      await time.until(later(evening, 16));
      const place = ward === undefined ? {} : { placeSlug: ward };
      await author.patch(`/proposals/${number}`, { version, ...text, ...place, estimatePence: 4_500_00 });
      await time.until(later(evening, 21));
      await author.post(`/proposals/${number}/submit`);
      return number;
    };
    const suggest = async (number: number, into: number): Promise<string> => {
      const reason = 'Both ask for the same thing in the same place. As one proposal it has a better chance.';
      return (await officer.post<{ id: string }>(`/proposals/${number}/merge`, { into, reason })).id;
    };
    const lamps = await write(ada, LIGHT[0], calendar.on(-4, 'Thu', '20:15'));
    const fountain = await write(ada, WATER[0], calendar.on(-3, 'Wed', '18:40'));
    const otherLamps = await write(ben, LIGHT[1], calendar.on(-3, 'Sat', '11:25'));
    const otherFountain = await write(ben, WATER[1], calendar.on(-2, 'Mon', '19:05'));
    await time.until(calendar.on(-2, 'Tue', '11:40'));
    const agreed = await suggest(lamps, otherLamps);
    await time.until(calendar.on(-2, 'Tue', '20:10'));
    await ada.post(`/proposal-suggestions/${agreed}/answer`, { agrees: true });
    await time.until(calendar.on(-2, 'Thu', '18:35'));
    await ben.post(`/proposal-suggestions/${agreed}/answer`, { agrees: true });
    await time.until(calendar.on(-1, 'Thu', '11:15'));
    await suggest(fountain, otherFountain);
  };
}
