import type { ThroughApi } from '../through-api.js';
import type { Cast } from './cast.js';
import { hostileModeration, type Moderated } from './moderating.js';
import { answerAll, refuse } from './reviewing.js';
import type { HostileWords } from './words.js';

const DAY = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** Addresses of what was written. */
export interface Discussed extends Moderated {
  readonly round: string;
  readonly cancelledRound: string;
  /** Open, with comments. */
  readonly talked: number;
  /** In review, with notes. */
  readonly reviewed: number;
  /** Refused, with a letter and an appeal that was answered. */
  readonly refused: number;
  readonly withdrawn: number;
  readonly merge: string;
  readonly split: string;
  /** Suggestions. */
  readonly takenBack: readonly string[];
}

/** Writes hostile words into everything a round is talked about with, from its title to a moderator's reason. */
export async function hostileDiscussion(words: HostileWords, cast: Cast): Promise<Discussed> {
  const { author, other, officer } = cast;
  const round = await hostileRound(words, officer);
  const cancelledRound = await cancelled(words, officer);
  const idea = (who = author): Promise<number> => hostileIdea(words, who, round);
  const talked = await idea();
  await author.patch('/identity/me', { displayName: words.for('PATCH /identity/me displayName', 60) });
  const comment = words.for('POST /proposals/{number}/comments text', 2000);
  await other.post(`/proposals/${talked}/comments`, { text: comment });

  const reviewed = await idea();
  await answerAll(words, officer, reviewed, 'met-if-changed');
  await officer.post(`/reviews/${reviewed}/notes`, {
    text: words.for('POST /reviews/{number}/notes text', 4000),
  });
  const refused = await idea();
  await refuse(words, cast, refused);
  const withdrawn = await idea();
  const why = words.for('POST /proposals/{number}/withdraw reason', 1000);
  await author.post(`/proposals/${withdrawn}/withdraw`, { reason: why });

  const text = (route: string, list = 'text') => ({
    title: words.for(`${route} ${list}.title`, 120),
    summary: words.for(`${route} ${list}.summary`, 300, 20),
    body: words.for(`${route} ${list}.body`, 20_000),
  });
  const MERGE = 'POST /proposals/{number}/merge';
  const { id: merge } = await officer.post<{ id: string }>(`/proposals/${await idea()}/merge`, {
    into: await idea(other),
    text: text(MERGE),
    reason: words.for(`${MERGE} reason`, 2000),
  });
  const SPLIT = 'POST /proposals/{number}/split';
  const part = () => ({ ...text(SPLIT, 'parts[]'), estimatePence: 100_000 });
  const { id: split } = await officer.post<{ id: string }>(`/proposals/${await idea()}/split`, {
    parts: [part(), part()],
    reason: words.for(`${SPLIT} reason`, 2000),
  });
  await cast.facilitator.post('/contributions/spoken', {
    ...{ placeSlug: 'stoke-on-trent', roundSlug: round, people: '2-5', consent: true },
    host: words.for('POST /contributions/spoken host', 120),
    // No address is taken here.
    said: words.for('POST /contributions/spoken said', 300).replaceAll('@', ''),
  });
  const department = await officer.post<{ id: string }>('/departments', {
    placeSlug: 'stoke-on-trent',
    name: words.for('POST /departments name', 120),
  });
  await officer.patch(`/departments/${department.id}`, {
    name: words.for('PATCH /departments/{id} name', 120),
  });
  const takenBackIds = await takenBack(words, cast, idea);
  await author.post('/proposals', { roundSlug: round, title: words.for('POST /proposals title', 120) });
  const moderated = await hostileModeration(words, cast, idea);
  return {
    round,
    cancelledRound,
    talked,
    reviewed,
    refused,
    withdrawn,
    merge,
    split,
    takenBack: takenBackIds,
    ...moderated,
  };
}

const ROUND = (words: HostileWords, route: string) => ({
  title: words.for(`${route} title`, 120),
  summary: words.for(`${route} summary`, 300, 20),
  description: words.for(`${route} description`, 20_000),
  placeSlug: 'stoke-on-trent',
  pots: [1, 2].map(() => ({ name: words.for(`${route} pots[].name`, 120), amountPence: 3_000_000 })),
  phases: ['ideas', 'review', 'voting', 'counting'].map((kind, n) => ({
    kind,
    opensAt: at(n === 0 ? -20 : n * 10),
    closesAt: at((n + 1) * 10),
  })),
  eligibility: { minimumAge: 11, connections: ['live'] },
  ...{ ballotStyle: 'approval', maxChoices: 2, rule: { rule: 'greedy' } },
});

async function hostileRound(words: HostileWords, officer: ThroughApi): Promise<string> {
  const { slug } = await officer.post<{ slug: string }>('/rounds', ROUND(words, 'POST /rounds'));
  await officer.put(`/rounds/${slug}`, ROUND(words, 'PUT /rounds/{slug}'));
  await officer.post(`/rounds/${slug}/open`);
  await officer.post(`/rounds/${slug}/override`, {
    phase: 'ideas',
    reason: words.for('POST /rounds/{slug}/override reason', 1000),
  });
  return slug;
}

async function cancelled(words: HostileWords, officer: ThroughApi): Promise<string> {
  const { slug } = await officer.post<{ slug: string }>('/rounds', ROUND(words, 'POST /rounds'));
  await officer.post(`/rounds/${slug}/open`);
  const reason = words.for('POST /rounds/{slug}/cancel reason', 1000);
  await officer.post(`/rounds/${slug}/cancel`, { reason });
  return slug;
}

/** One suggestion that an officer takes back, and one that was carried out and is undone. @returns their ids */
async function takenBack(
  words: HostileWords,
  { officer, author, other }: Cast,
  idea: (who?: ThroughApi) => Promise<number>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const act of ['cancel', 'undo'] as const) {
    // With one author for both, an officer's suggestion is carried out at once.
    const into = await idea(act === 'undo' ? author : other);
    const body = { into, reason: words.for('POST /proposals/{number}/merge reason', 2000) };
    const { id } = await officer.post<{ id: string }>(`/proposals/${await idea()}/merge`, body);
    const reason = words.for(`POST /proposal-suggestions/{id}/${act} reason`, 1000);
    await officer.post(`/proposal-suggestions/${id}/${act}`, { reason });
    ids.push(id);
  }
  return ids;
}

async function hostileIdea(words: HostileWords, author: ThroughApi, roundSlug: string): Promise<number> {
  const route = 'PATCH /proposals/{number}';
  const { number, version } = await author.post<{ number: number; version: number }>('/proposals', {
    roundSlug,
    title: words.for('POST /proposals title', 120),
  });
  await author.patch(`/proposals/${number}`, {
    version,
    title: `=${words.for(`${route} title`, 119)}`,
    summary: words.for(`${route} summary`, 300),
    body: words.for(`${route} body`, 20_000),
    category: words.for(`${route} category`, 60),
    ...{ estimatePence: 400_000, placeSlug: 'stoke-on-trent' },
  });
  await author.post(`/proposals/${number}/submit`);
  return number;
}
