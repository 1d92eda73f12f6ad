import type { Client } from './client.ts';

/** Writes the decision on a signed count, with the aims it will be held to. @param round its title */
export async function draftDecision(round: string, countId: string, officer: Client): Promise<void> {
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
export async function leaveToConfirm(officer: Client, second: Client): Promise<void> {
  const rounds =
    await officer.get<{ slug: string; title: string; imported: boolean }[]>('/rounds?state=counting');
  const held = rounds.find(({ imported }) => !imported);
  if (!held) throw new Error('the demo city has no vote that waits for its outcome');
  const counts = await officer.get<{ id: string; state: string }[]>(`/rounds/${held.slug}/counts`);
  const count = counts.find(({ state }) => state === 'published');
  if (!count) throw new Error(`${held.slug} has no published count`);
  await draftDecision(held.title, count.id, officer);
  await proposeOutcome(held.slug, second);
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
