import { HighsSolver } from './highs-solver.js';
import type { IntegerAnswer, IntegerLimits, LinearProblem, Solver } from './solver.js';
import { quickInteger } from './yalps-solver.js';

/** Starts both solvers: YALPS where good enough will do, HiGHS for every optimum and every "there is none". */
export async function loadSolver(): Promise<Solver> {
  const highs = await HighsSolver.load();
  return {
    linear: (problem, inside) => highs.linear(problem, inside),
    integer: (problem, limits) => quick(problem, limits) ?? highs.integer(problem, limits),
  };
}

function quick(problem: LinearProblem, { gap = 0 }: IntegerLimits = {}): IntegerAnswer | undefined {
  const x = gap > 0 ? quickInteger(problem, gap) : undefined;
  return x && { x, value: problem.cost.reduce((sum, c, i) => sum + c * x[i]!, 0), best: false };
}
