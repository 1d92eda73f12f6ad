import type { Manifest } from '@commonthread/ballot-protocol';

import { signedIn, type TestPerson } from './people.js';
import { accept, submitted } from './proposals.js';
import { onRoll } from './roll.js';
import { passDays, testRound } from './rounds.js';
import type { TestApp } from './test-app.js';
import type { UrnProcess } from './urn-process.js';
import { voter, type Voter } from './voters.js';

export const CANARY = 'A cage for the canary';

export interface Vote {
  readonly id: string;
  readonly slug: string;
  /** Numbers of its projects: the canary, a court, trees. */
  readonly projects: readonly [string, string, string];
  readonly people: readonly TestPerson[];
  readonly electors: readonly string[];
}

export type OpenVote = Vote & { readonly manifest: Manifest };

/** Who arranges a vote: an officer of the place `city`, and somebody whose projects are on the ballot paper. */
export interface Arrangers {
  readonly officer: TestPerson;
  readonly author: TestPerson;
}

/** A round in voting with three projects and so many people on its roll; the ballot box does not know it yet. */
export async function roundToVoteOn(
  api: TestApp,
  { officer, author }: Arrangers,
  people: number,
): Promise<Vote> {
  const round = await testRound(api, officer.token, 'city', 'ideas');
  const costs = [400_000, 500_000, 700_000];
  const numbers: string[] = [];
  for (const [n, title] of [CANARY, 'A ball court', 'Forty trees'].entries()) {
    const number = await submitted(api, author.token, round.slug, title);
    await accept(api, officer.token, number, costs[n]);
    numbers.push(String(number));
  }
  const voters = await Promise.all(Array.from({ length: people }, () => signedIn(api)));
  const electors: string[] = [];
  for (const person of voters) electors.push(await onRoll(api, round.id, person));
  await passDays(api, round.slug, 20);
  return { ...round, projects: numbers as [string, string, string], people: voters, electors };
}

/** The same, opened: the ballot box takes ballots. */
export async function openVote(
  api: TestApp,
  urn: UrnProcess,
  arrangers: Arrangers,
  people: number,
): Promise<OpenVote> {
  const vote = await roundToVoteOn(api, arrangers, people);
  const answer = await api.send(
    'POST',
    `/rounds/${vote.slug}/voting/go-on`,
    undefined,
    arrangers.officer.token,
  );
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const known = await fetch(`${urn.address}/elections/${vote.id}`);
  return { ...vote, manifest: ((await known.json()) as { manifest: Manifest }).manifest };
}

/** The passes of the first so many people on the roll. */
export const passes = (api: TestApp, { slug, manifest, people }: OpenVote, n: number): Promise<Voter[]> =>
  Promise.all(people.slice(0, n).map(({ token }) => voter(api, slug, manifest, token)));
