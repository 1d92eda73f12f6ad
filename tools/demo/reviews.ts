import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import type { HandedIn } from './handed-in.ts';
import { later, type Weekday } from './time/calendar.ts';
import type { Story } from './time/timeline.ts';

/** Invented, and named so on screen. */
const DEPARTMENTS = {
  legal: 'Legal and property (invented)',
  roads: 'Roads and green spaces (invented)',
  money: 'Finance (invented)',
};
const ASKED = {
  'legal-power': 'legal',
  land: 'legal',
  cost: 'roads',
  'running-cost': 'money',
  equality: null,
  safety: 'roads',
  deliverability: 'roads',
} as const;
type Criterion = keyof typeof ASKED;
const CRITERIA = Object.keys(ASKED) as Criterion[];

const LAND = 'The council does not own this land and the owner does not want to let or sell it.';
const RAIL = 'Add a handrail on both sides, and say who may use it after dark.';

interface Answer {
  readonly criterion: Criterion;
  readonly answer: string;
  readonly reasonCode: string | null;
  readonly words: string;
  readonly finished: boolean;
}

/** Three departments; the demo's reviewer coordinates one and is a member of another. */
export async function addDepartments({
  officer,
  reviewer,
}: Pick<Cast, 'officer' | 'reviewer'>): Promise<void> {
  const { id: personId } = await reviewer.get<{ id: string }>('/identity/me');
  for (const name of Object.values(DEPARTMENTS)) {
    const { id } = await officer.post<{ id: string }>('/departments', { placeSlug: 'stoke-on-trent', name });
    if (name === DEPARTMENTS.money) continue;
    const coordinator = name === DEPARTMENTS.roads;
    await officer.put(`/departments/${id}/members/${personId}`, { coordinator });
  }
}

/** Every question of a round goes to a department. */
export async function planReview(slug: string, officer: Client): Promise<void> {
  const departments = await officer.get<{ id: string; name: string }[]>('/departments');
  const criteria = CRITERIA.map((criterion) => {
    const department = ASKED[criterion];
    const found = department && departments.find(({ name }) => name === DEPARTMENTS[department]);
    return {
      criterion,
      used: true,
      departmentId: found ? found.id : null,
      days: criterion === 'land' ? 7 : 14,
    };
  });
  await officer.put(`/rounds/${slug}/review-plan`, { criteria });
}

export interface Reviewed extends HandedIn {
  /** Which of the round's proposals it is. */
  readonly n: number;
  /** In which its round opened for ideas. */
  readonly week: number;
  /** Whether the round is shown in the midst of its review, with proposals at every stage. */
  readonly stages: boolean;
}

/** Reviews a proposal as officers do, as far as the demo shows it: about three weeks, one step after another. */
export function review({ number, idea, n, week, stages }: Reviewed, cast: Cast): Story {
  const { officer, second, reviewer, calendar } = cast;
  /** Weeks into the review; each proposal takes its turn on the desk. */
  const at = (into: number, weekday: Weekday, from: string): Date =>
    later(calendar.on(week + 7 + into, weekday, from), n * 7);
  const no = stages ? n === 4 || n === 6 : n % 6 === 5;

  return async (time) => {
    if (stages && (n === 2 || n === 9)) return; // just handed in
    await time.until(at(0, 'Tue', '09:40'));
    const late = stages && n === 1 && { dueOn: calendar.day(-1, 'Wed') };
    await officer.post('/reviews/assign', { numbers: [number], ...late });
    if (late) {
      await time.until(at(1, 'Thu', '11:20'));
      await reviewer.put(`/reviews/${number}/answers`, { answers: [met('cost'), met('safety')] });
      await time.until(at(1, 'Thu', '11:26'));
      await reviewer.post(`/reviews/${number}/notes`, {
        text: 'Waiting for the drainage survey, due on Friday.',
      });
      return;
    }
    if (stages && n === 7) return;
    await time.until(at(1, 'Mon', '10:05'));
    const answers = CRITERIA.map((criterion) => {
      if (no && criterion === 'land') return because(criterion, 'not-met', LAND);
      return stages && n === 8 && criterion === 'safety'
        ? because(criterion, 'met-if-changed', RAIL)
        : met(criterion);
    });
    await officer.put(`/reviews/${number}/answers`, { answers });
    await time.until(at(1, 'Mon', '10:09'));
    await officer.put(`/reviews/${number}/costs`, costsOf(idea.costPounds));
    if (stages && n === 5) return; // a verdict can be confirmed
    await time.until(at(1, 'Wed', '14:15'));
    const verdict = no ? 'not-taken-forward' : stages && n === 8 ? 'changes-asked' : 'accepted';
    await officer.post(`/reviews/${number}/verdict`, { verdict });
    if (!no || (stages && n === 6)) return; // the second signature is missing
    await time.until(at(2, 'Tue', '10:30'));
    await second.post(`/reviews/${number}/sign`);
    if (!stages) return;
    await time.until(at(2, 'Thu', '19:10'));
    const text =
      'The owner has told us that he would let the strip beside the road for ten years. We have his letter.';
    await cast.authors[n % cast.authors.length]!.post(`/proposals/${number}/appeal`, {
      text,
      textPublic: false,
    });
  };
}

function costsOf(costPounds: number): object {
  const costPence = Math.round(costPounds / 4) * 100 + 250_00;
  return {
    costLowPence: Math.round(costPence * 0.9),
    costPence,
    costHighPence: Math.round(costPence * 1.15),
    runningCostPence: Math.round(costPence / 40),
    runningYears: 10,
  };
}

const met = (criterion: Criterion): Answer => ({
  criterion,
  answer: 'met',
  reasonCode: null,
  words: '',
  finished: true,
});

const because = (criterion: Criterion, answer: string, words: string): Answer => ({
  criterion,
  answer,
  reasonCode: answer === 'not-met' ? 'not-council-land' : null,
  words,
  finished: true,
});
