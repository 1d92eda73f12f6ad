import type { ThroughApi } from '../through-api.js';
import { pngPicture } from '../picture.js';
import type { Cast } from './cast.js';
import type { HostileWords } from './words.js';

export interface Decided {
  readonly import: string;
  readonly decidedRound: string;
  readonly decision: string;
  /** A project with steps, money, updates and an end. */
  readonly project: number;
}

/** Writes hostile words from an imported file over the decision to the end of a project. */
export async function hostileOutcome(words: HostileWords, { officer, second }: Cast): Promise<Decided> {
  const imported = await importFile(words, officer);
  const { id: count } = await officer.post<{ id: string }>(`/rounds/${imported.decidedRound}/counts`);
  await until(officer, `/counts/${count}`, ({ state }) => state === 'run');
  for (const one of [officer, second]) await one.post(`/counts/${count}/sign`);
  await officer.post(`/counts/${count}/publish`);
  const decision = await decide(words, { officer, second }, count, imported.decidedRound);
  const { items } = await officer.get<{ items: { number: number; state: string }[] }>(
    `/proposals?round=${imported.decidedRound}`,
  );
  const project = items.find(({ state }) => state === 'funded')!.number;
  await deliver(words, officer, project);
  return { ...imported, decision, project };
}

async function importFile(
  words: HostileWords,
  officer: ThroughApi,
): Promise<Pick<Decided, 'import' | 'decidedRound'>> {
  // The format's own signs; it has nothing to escape them with.
  const cell = (name: string): string => words.for(`file ${name}`, 100).replaceAll(/[;"\n]/g, '');
  const content = [
    ...['META', 'key;value', `description;${cell('description')}`, 'country;UK', `unit;${cell('unit')}`],
    ...[
      'instance;2026',
      'num_projects;2',
      'num_votes;3',
      'budget;50000',
      'vote_type;approval',
      'rule;greedy',
    ],
    ...['PROJECTS', 'project_id;cost;name;category;neighborhood'],
    `one;18000;${cell('name')};${cell('category').replaceAll(',', '')};${cell('neighborhood')}`,
    `two;40000;${cell('name')};green;here`,
    ...['VOTES', 'voter_id;vote', '1;one', '2;one,two', '3;one', ''],
  ].join('\n');
  const { id } = await officer.upload<{ id: string }>(
    '/imports',
    { placeSlug: 'stoke-on-trent', title: words.for('file title', 120) },
    { name: '"><img src=x onerror=__pwned=1>.pb', content: new Blob([content]) },
  );
  const done = await until(officer, `/imports/${id}`, ({ state }) => ['done', 'refused'].includes(state));
  if (!done.roundSlug) throw new Error(`the import was ${JSON.stringify(done)}`);
  return { import: id, decidedRound: done.roundSlug };
}

async function decide(
  words: HostileWords,
  { officer, second }: Pick<Cast, 'officer' | 'second'>,
  countId: string,
  round: string,
): Promise<string> {
  const { number, items } = await officer.post<{ number: string; items: { proposalNumber: number }[] }>(
    '/decisions',
    { countId },
  );
  const text = (route: string) => ({
    title: words.for(`${route} title`, 300),
    summary: words.for(`${route} summary`, 2000),
    reasons: words.for(`${route} reasons`, 20_000),
    fairness: words.for(`${route} fairness`, 10_000),
    whatNext: words.for(`${route} whatNext`, 5000),
    items: items.map(({ proposalNumber }) => ({
      proposalNumber,
      reason: words.for(`${route} items[].reason`, 2000),
    })),
  });
  const aim = (route: string) => ({
    ...{ indicatorCode: '2.2', direction: 'up', sizePoints: 4, placeSlug: 'stoke-on-trent' },
    ...{ dueOn: '2099-11-30', comparisonPlaceSlugs: [] },
    population: words.for(`${route} population`, 300),
    mechanism: words.for(`${route} mechanism`, 1000),
  });
  await officer.put(`/decisions/${number}`, text('PUT /decisions/{number}'));
  const AIMS = '/decisions/{number}/aims';
  const { id } = await officer.post<{ id: string }>(`/decisions/${number}/aims`, aim(`POST ${AIMS}`));
  await officer.put(`/decisions/${number}/aims/${id}`, aim(`PUT ${AIMS}/{id}`));
  const { digest } = await officer.get<{ digest: string }>(`/rounds/${round}/outcome`);
  await officer.post(`/rounds/${round}/outcome/propose`, { digest });
  await second.post(`/rounds/${round}/outcome/confirm`, { digest });
  const CORRECT = 'POST /decisions/{number}/corrections';
  await officer.post(`/decisions/${number}/corrections`, {
    ...text(CORRECT),
    note: words.for(`${CORRECT} note`, 1000),
  });
  return number;
}

interface Works {
  readonly milestones: readonly { readonly id: string }[];
  readonly spend: readonly { readonly id: string }[];
  readonly updates: readonly { readonly id: string }[];
}

async function deliver(words: HostileWords, officer: ThroughApi, number: number): Promise<void> {
  const field = (method: string, act: string, name: string, most: number, least = 0): string =>
    words.for(`${method} /deliveries/{number}/${act} ${name}`, most, least);
  const at = (act: string): string => `/deliveries/${number}/${act}`;
  await officer.put(at('owner'), {
    ownerBody: field('PUT', 'owner', 'ownerBody', 120),
    contactOffice: field('PUT', 'owner', 'contactOffice', 200),
  });
  const { milestones } = await officer.post<Works>(at('milestones'), {
    title: field('POST', 'milestones', 'title', 120),
    plannedOn: '2025-01-01',
  });
  const step = `milestones/${milestones[0]!.id}`;
  await officer.post(at(`${step}/forecast`), {
    forecastOn: '2025-03-01',
    reason: field('POST', 'milestones/{id}/forecast', 'reason', 1000),
  });
  await officer.post(at(`${step}/done`), {
    doneOn: '2025-04-01',
    reason: field('POST', 'milestones/{id}/done', 'reason', 1000),
  });
  const spent = (act: string) => ({
    ...{ spentOn: '2025-05-01', local: true, social: false },
    payee: field('POST', act, 'payee', 120),
    whatFor: field('POST', act, 'whatFor', 200),
    overReason: field('POST', act, 'overReason', 1000),
  });
  const { spend } = await officer.post<Works>(at('spend'), {
    ...{ kind: 'paid', amountPence: 100_000 },
    ...spent('spend'),
  });
  const CORRECT = 'spend/{id}/corrections';
  await officer.post(at(`spend/${spend[0]!.id}/corrections`), {
    ...{ kind: 'paid', amountPence: 90_000 },
    ...spent(CORRECT),
    reason: field('POST', CORRECT, 'reason', 1000),
  });
  const { updates } = await officer.post<Works>(at('updates'), {
    words: field('POST', 'updates', 'words', 4000),
  });
  const { id: picture } = await officer.upload<{ id: string }>(
    '/attachments',
    {
      ...{ ownerKind: 'delivery-update', ownerId: updates[0]!.id },
      alt: words.for('POST /attachments alt', 300),
    },
    { name: '"><img src=x onerror=__pwned=1>.png', content: new Blob([new Uint8Array(pngPicture())]) },
  );
  await officer.patch(`/attachments/${picture}`, { alt: words.for('PATCH /attachments/{id} alt', 300) });
  await officer.post(at('end'), {
    ending: 'delivered',
    outcome: field('POST', 'end', 'outcome', 3000),
    differentNow: field('POST', 'end', 'differentNow', 2000),
    notDone: field('POST', 'end', 'notDone', 2000),
  });
}

interface Work {
  readonly state: string;
  readonly roundSlug: string | null;
}

async function until(officer: ThroughApi, path: string, done: (work: Work) => boolean): Promise<Work> {
  for (let tries = 0; tries < 200; tries++) {
    const work = await officer.get<Work>(path);
    if (done(work)) return work;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`${path} did not get there`);
}
