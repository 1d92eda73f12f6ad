import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { handIn } from './handed-in.ts';
import { holdVote } from './held-vote.ts';
import { markInvented } from './invented.ts';
import { addDepartments, planReview, review } from './reviews.ts';
import { type DemoRound, ROUNDS } from './rounds.ts';
import type { Calendar } from './time/calendar.ts';
import type { Story } from './time/timeline.ts';
import { addTwins } from './twins.ts';
import { addClaims, addVoters } from './voters.ts';

const VOTED_ON: ReadonlySet<DemoRound['state']> = new Set(['voting', 'counting']);

/** The departments that review, and one invented round in each phase, with what residents and officers did in it. */
export async function openRounds(cast: Cast): Promise<Story[]> {
  const places = await cast.officer.get<{ slug: string; name: string }[]>('/places');
  const wards = new Map(places.map(({ name, slug }) => [name, slug]));
  return ROUNDS.map((round) => tellRound(round, wards, cast));
}

function tellRound(round: DemoRound, wards: ReadonlyMap<string, string>, cast: Cast): Story {
  const { officer, calendar, databaseUrl } = cast;
  const { week, state } = round;
  return async (time) => {
    await time.until(calendar.on(Math.min(week - 2, -1), 'Tue', '10:20'));
    const { slug } = await officer.post<{ slug: string }>('/rounds', planOf(round, calendar));
    await markInvented(databaseUrl, slug);
    if (state === 'draft') return;

    await time.until(calendar.on(week - 1, 'Thu', '11:05'));
    await officer.post(`/rounds/${slug}/open`);
    await time.until(calendar.on(week - 1, 'Thu', '14:30'));
    await planReview(slug, officer);
    await time.together([
      ...round.ideas.map((name, n): Story => async () => {
        const handedIn = await handIn({ slug, round, name, n }, wards, cast)(time);
        if (state !== 'ideas') await review({ ...handedIn, n, week, stages: state === 'review' }, cast)(time);
      }),
      ...(state === 'ideas' ? [addTwins(slug, wards.get('Tunstall'), cast)] : []),
      ...(state === 'review' ? [addClaims(slug, week + 9, cast)] : []),
      ...(VOTED_ON.has(state) ? [addVoters(slug, week + 11, cast)] : []),
    ]);
    if (state === 'cancelled') {
      await time.until(calendar.on(week + 11, 'Thu', '16:35'));
      await officer.post(`/rounds/${slug}/cancel`, {
        reason:
          'The festival itself was called off. Every idea stays here and can be handed in again to another round.',
      });
    } else if (VOTED_ON.has(state)) {
      // Within a minute it would open by itself.
      await time.until(calendar.on(week + 15, 'Mon', '09:00'));
      await openBallotBox(slug, officer);
      if (state === 'counting') await holdVote(slug, week + 15, cast)(time);
    }
  };
}

/** Seven weeks for ideas, seven to review them, three to vote, six to count and decide: about half a year. */
function planOf(round: DemoRound, calendar: Calendar): object {
  const phase = (kind: string, from: number, to: number, last: 'Fri' | 'Sun', time: string): object => ({
    kind,
    opensAt: calendar.on(round.week + from, 'Mon', '09:00').toISOString(),
    closesAt: calendar.on(round.week + to, last, time).toISOString(),
  });
  return {
    title: round.title,
    summary: round.summary,
    description: round.description,
    placeSlug: round.ward ?? 'stoke-on-trent',
    pots: round.pots,
    phases: [
      phase('ideas', 0, 6, 'Sun', '23:59'),
      phase('review', 7, 13, 'Fri', '17:00'),
      phase('voting', 15, 17, 'Sun', '23:59'),
      phase('counting', 18, 23, 'Fri', '17:00'),
      phase('delivering', 24, 76, 'Fri', '17:00'),
    ],
    eligibility: { minimumAge: 11, connections: ['live', 'work', 'study'] },
    ballotStyle: round.ballotStyle,
    ...(round.maxChoices !== undefined && { maxChoices: round.maxChoices }),
    rule: round.rule,
  };
}

/** Before the first round asks them anything. */
export function departments(cast: Cast): Story {
  return async (time) => {
    await time.until(cast.calendar.on(-180, 'Mon', '09:40'));
    await addDepartments(cast);
  };
}

async function openBallotBox(slug: string, officer: Client): Promise<void> {
  const { open, office } = await officer.post<{ open: boolean; office: { failure: string | null } }>(
    `/rounds/${slug}/voting/go-on`,
  );
  if (!open) throw new Error(`the vote on ${slug} did not open: ${office.failure}`);
}
