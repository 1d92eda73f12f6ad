import { DAYS_BACK, letDaysPass, markInvented, openTimetable } from './calendar.ts';
import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { IDEAS, type ProjectIdea } from './elections/catalogue.ts';
import { holdVote } from './held-vote.ts';
import { addDepartments, planReview, review } from './reviews.ts';
import { type DemoRound, ROUNDS } from './rounds.ts';
import { addTwins } from './twins.ts';
import { addClaims, addVoters } from './voters.ts';

const VOTED_ON: ReadonlySet<DemoRound['state']> = new Set(['voting', 'counting']);

/** One invented round in each phase, with ideas handed in, supported, commented on and reviewed. */
export async function addOpenRounds(cast: Cast): Promise<void> {
  const wards = await wardsByName(cast.officer);
  await addDepartments(cast);
  for (const [at, round] of ROUNDS.entries()) await addRound(round, at, wards, cast);
}

async function addRound(
  round: DemoRound,
  at: number,
  wards: ReadonlyMap<string, string>,
  cast: Cast,
): Promise<void> {
  const { officer, databaseUrl } = cast;
  const { slug } = await officer.post<{ slug: string }>('/rounds', {
    title: round.title,
    summary: round.summary,
    description: round.description,
    placeSlug: round.ward ?? 'stoke-on-trent',
    pots: round.pots,
    phases: openTimetable(),
    eligibility: { minimumAge: 11, connections: ['live', 'work', 'study'] },
    ballotStyle: round.ballotStyle,
    ...(round.maxChoices !== undefined && { maxChoices: round.maxChoices }),
    rule: round.rule,
  });
  await markInvented(databaseUrl, slug);
  if (round.state === 'draft') return;

  await officer.post(`/rounds/${slug}/open`);
  await planReview(slug, officer);
  // A different stretch of the catalogue for each round, so that pages do not repeat each other.
  const ideas = Array.from({ length: round.proposals }, (_, n) => IDEAS[(at * 7 + n * 5) % IDEAS.length]!);
  for (const [n, idea] of ideas.entries()) {
    const number = await handIn({ slug, place: round.ward }, idea, n, wards, cast);
    if (round.state !== 'ideas') await review({ number, idea, n, stages: round.state === 'review' }, cast);
  }
  if (round.state === 'ideas') await addTwins(slug, round.ward, cast);
  if (round.state === 'review') await addClaims(slug, cast.residents);
  if (VOTED_ON.has(round.state)) await addVoters(slug, officer, cast.residents);
  if (round.state === 'cancelled') {
    await officer.post(`/rounds/${slug}/cancel`, {
      reason:
        'The festival itself was called off. Every idea stays here and can be handed in again to another round.',
    });
  } else if (VOTED_ON.has(round.state)) {
    await letDaysPass(databaseUrl, slug, DAYS_BACK.voting);
    // Within a minute it would open by itself.
    await openBallotBox(slug, officer);
    if (round.state === 'counting') await holdVote(slug, cast);
  } else if (round.state === 'review') {
    await letDaysPass(databaseUrl, slug, DAYS_BACK.review);
  }
}

async function openBallotBox(slug: string, officer: Client): Promise<void> {
  const { open, office } = await officer.post<{ open: boolean; office: { failure: string | null } }>(
    `/rounds/${slug}/voting/go-on`,
  );
  if (!open) throw new Error(`the vote on ${slug} did not open: ${office.failure}`);
}

async function handIn(
  { slug, place }: { slug: string; place: string | undefined },
  idea: ProjectIdea,
  n: number,
  wards: ReadonlyMap<string, string>,
  cast: Cast,
): Promise<number> {
  const author = cast.authors[n % cast.authors.length]!;
  const reader = cast.authors[(n + 1) % cast.authors.length]!;
  const { number, version } = await author.post<{ number: number; version: number }>('/proposals', {
    roundSlug: slug,
    title: idea.name,
  });
  await author.patch(`/proposals/${number}`, {
    version,
    summary: idea.description,
    body: `${idea.description}\n\nWhy here: people pass this spot every day and have asked for it for some time. It can be done within a year and is easy to look after.`,
    category: idea.category,
    estimatePence: Math.round(idea.costPounds / 4) * 100,
    placeSlug: place ?? wards.get(idea.ward) ?? 'stoke-on-trent',
  });
  await author.post(`/proposals/${number}/submit`);
  if (n % 2 === 0) await reader.put(`/proposals/${number}/support`);
  if (n % 3 === 0) await cast.officer.put(`/proposals/${number}/follow`);
  if (n % 5 === 0)
    await reader.post(`/proposals/${number}/comments`, {
      text: 'This would be used by a lot of people. Could it have seats with backs?',
    });
  return number;
}

async function wardsByName(client: Client): Promise<ReadonlyMap<string, string>> {
  const places = await client.get<{ slug: string; name: string }[]>('/places');
  return new Map(places.map(({ name, slug }) => [name, slug]));
}
