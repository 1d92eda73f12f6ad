import type { Row } from '../model/panel-model.js';

/** Minimise or maximise `sum of cost * x` within rows and bounds. */
export interface LinearProblem {
  readonly sense: 'min' | 'max';
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Omit<Row, 'name'>[];
}

export interface LinearAnswer {
  readonly value: number;
  readonly x: readonly number[];
  /** How the minimum would move with each row's bound; of a maximum, of its negative. */
  readonly rowDuals: readonly number[];
}

export interface IntegerAnswer {
  readonly x: readonly number[];
  readonly value: number;
  /** Whether nothing is better; otherwise it is good enough by the gap asked for, or all that was found in time. */
  readonly best: boolean;
}

export interface IntegerLimits {
  /** How far below the best is good enough, as a share; 0 asks for the best. */
  readonly gap?: number;
}

/** What the lottery needs of the two solvers. Steps are limited, never time: the same problem always ends alike. */
export interface Solver {
  /** A point of the middle of the optimal face when `inside`, else a corner. Nothing when no x exists. */
  linear(problem: LinearProblem, inside?: boolean): LinearAnswer | undefined;
  /** Nothing when no whole x exists. @throws SearchTooLong */
  integer(problem: LinearProblem, limits?: IntegerLimits): IntegerAnswer | undefined;
}
