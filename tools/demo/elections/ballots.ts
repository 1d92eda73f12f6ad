import { CATEGORIES, type Category, type ProjectIdea } from './catalogue.ts';
import { weightedIndex, type Random } from './random.ts';
import type { Ward } from './wards.ts';

/** One invented ballot: nothing about a person but the ward it came from and how it was cast. */
export interface InventedBallot {
  /** Positions in the list of projects, ascending. */
  readonly choices: readonly number[];
  readonly ward: string;
  readonly method: 'internet' | 'paper';
}

/** How many projects a ballot names: 1 to 6, mostly 2 to 4. */
const LENGTH_WEIGHTS = [10, 22, 26, 20, 13, 9];
/** How many voters care first of all about each category, in the order of `CATEGORIES`. */
const INTEREST_WEIGHTS = [26, 20, 15, 13, 10, 16];
const PAPER_SHARE = 0.18;

/** What everybody knows of a project: how well it is liked beyond ward and interest, drawn once per election. */
export function drawCharm(random: Random, ideas: readonly ProjectIdea[]): number[] {
  return ideas.map(({ reach }) => (reach === 'city' ? 0.35 * random() : 0.9 * random() - 0.6));
}

/**
 * Preferences in clusters: a voter leans to projects in or near the home ward and to one main interest; the four
 * city-wide projects have some appeal for everybody. So the dear ones gather most votes overall, while every ward
 * has cheap projects that its own voters share.
 */
export function inventBallot(
  random: Random,
  ideas: readonly ProjectIdea[],
  wards: readonly Ward[],
  charm: readonly number[],
): InventedBallot {
  const home =
    wards[
      weightedIndex(
        random,
        wards.map(({ residents }) => residents),
      )
    ] ?? wards[0];
  if (!home) throw new RangeError('no wards to vote in');
  const interest = CATEGORIES[weightedIndex(random, INTEREST_WEIGHTS)];
  const length = 1 + weightedIndex(random, LENGTH_WEIGHTS);
  const liking = ideas.map(
    (idea, index) => appeal(idea, home, interest, wards) + (charm[index] ?? 0) + noise(random),
  );
  const choices = ideas
    .map((_idea, index) => index)
    .sort((a, b) => (liking[b] ?? 0) - (liking[a] ?? 0) || a - b)
    .slice(0, length)
    .sort((a, b) => a - b);
  return { choices, ward: home.name, method: random() < PAPER_SHARE ? 'paper' : 'internet' };
}

function appeal(
  idea: ProjectIdea,
  home: Ward,
  interest: Category | undefined,
  wards: readonly Ward[],
): number {
  const shared = idea.category === interest ? 0.8 : 0;
  if (idea.reach === 'city') return shared + 1.05;
  const there = wards.find(({ name }) => name === idea.ward);
  if (!there) throw new RangeError(`no ward ${idea.ward}`);
  const away = distanceKm(home, there);
  // Only sums, products and square roots: these are the same on every machine.
  return shared + 1.9 / (1 + 0.5 * away * away);
}

/** About normal, spread 1: the sum of uniform numbers needs no logarithm. */
function noise(random: Random): number {
  return (random() + random() + random() + random() - 2) * 1.732;
}

/** Between the middles of two wards; flat, good to a few metres at this size. */
function distanceKm(a: Ward, b: Ward): number {
  const [from, to] = [a.points[0], b.points[0]];
  if (!from || !to) return 0;
  const north = (to[0] - from[0]) * 111.2;
  const east = (to[1] - from[1]) * 66.9;
  return Math.sqrt(north * north + east * east);
}
