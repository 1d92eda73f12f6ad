import type { Client } from './client.ts';

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
export async function addTwins(
  slug: string,
  ward: string | undefined,
  { officer, residents }: { readonly officer: Client; readonly residents: readonly Client[] },
): Promise<void> {
  const [ada, ben] = residents;
  if (!ada || !ben) throw new Error('two residents are needed to write the same thing twice');
  const write = async (author: Client, { title, ...text }: Twin): Promise<number> => {
    const { number, version } = await author.post<{ number: number; version: number }>('/proposals', {
      roundSlug: slug,
      title,
    });
    const place = ward === undefined ? {} : { placeSlug: ward };
    await author.patch(`/proposals/${number}`, { version, ...text, ...place, estimatePence: 4_500_00 });
    await author.post(`/proposals/${number}/submit`);
    return number;
  };
  const suggest = async ([one, other]: readonly [Twin, Twin]): Promise<string> => {
    const number = await write(ada, one);
    const into = await write(ben, other);
    const reason = 'Both ask for the same thing in the same place. As one proposal it has a better chance.';
    return (await officer.post<{ id: string }>(`/proposals/${number}/merge`, { into, reason })).id;
  };
  await suggest(WATER);
  const agreed = await suggest(LIGHT);
  for (const author of [ada, ben])
    await author.post(`/proposal-suggestions/${agreed}/answer`, { agrees: true });
}
