import { solve } from 'yalps';

import type { LinearProblem } from './solver.js';

/** Steps after which HiGHS is asked instead. */
const ITERATIONS = 600;
const PIVOTS = 4000;

const OBJECTIVE = -1;

/**
 * Whole x by YALPS, plain JavaScript that finds a good panel several times faster than WebAssembly. It takes rounding
 * lightly, so its word that there is none proves nothing: then, and when it gives up, nothing is returned.
 */
export function quickInteger(problem: LinearProblem, gap: number): number[] | undefined {
  const { cost, lower, upper, sense } = problem;
  const free = cost.flatMap((_, i) => (upper[i]! > lower[i]! ? [i] : []));
  const columns = new Map(free.map((i) => [i, [[OBJECTIVE, cost[i]!]] as [number, number][]]));
  const constraints: [number, { min?: number; max?: number }][] = [];
  const bounded = new Set<number>();
  problem.rows.forEach(({ at, by, least, most }, row) => {
    const fixed = at.reduce((sum, i, place) => sum + by[place]! * lower[i]!, 0);
    at.forEach((i, place) => columns.get(i)?.push([row, by[place]!]));
    constraints.push([
      row,
      {
        ...(Number.isFinite(least) && { min: least - fixed }),
        ...(Number.isFinite(most) && { max: most - fixed }),
      },
    ]);
    if (by.some((coefficient) => coefficient < 0)) return;
    at.forEach((i, place) => {
      if (most - fixed <= by[place]! * (upper[i]! - lower[i]!)) bounded.add(i);
    });
  });
  for (const i of free) {
    if (bounded.has(i)) continue;
    const row = problem.rows.length + i;
    columns.get(i)!.push([row, 1]);
    constraints.push([row, { max: upper[i]! - lower[i]! }]);
  }
  const found = solve<number, number>(
    {
      direction: sense === 'max' ? 'maximize' : 'minimize',
      objective: OBJECTIVE,
      constraints,
      variables: columns,
      integers: true,
    },
    { tolerance: gap, maxIterations: ITERATIONS, maxPivots: PIVOTS },
  );
  if (found.status !== 'optimal') return undefined;
  const x = [...lower];
  for (const [i, value] of found.variables) x[i] = lower[i]! + Math.round(value);
  return holds(problem, x) ? x : undefined;
}

function holds({ rows, lower, upper }: LinearProblem, x: readonly number[]): boolean {
  return (
    x.every((value, i) => value >= lower[i]! && value <= upper[i]!) &&
    rows.every(({ at, by, least, most }) => {
      const counted = at.reduce((sum, i, place) => sum + by[place]! * x[i]!, 0);
      return counted >= least - 1e-9 && counted <= most + 1e-9;
    })
  );
}
