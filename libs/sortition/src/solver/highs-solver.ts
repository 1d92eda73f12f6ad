import loadHighs, { type Highs, type Model } from 'highs';

import { SearchTooLong } from '../errors.js';
import type { IntegerAnswer, IntegerLimits, LinearAnswer, LinearProblem } from './solver.js';

/** Nodes of one search by HiGHS; far above what panels of a thousand people have needed. */
const NODES = 200_000;

/** Linear optima are turned into proofs: the usual 1e-7 would leave them loose. */
const PRECISE = {
  primal_feasibility_tolerance: 1e-10,
  dual_feasibility_tolerance: 1e-10,
  ipm_optimality_tolerance: 1e-11,
};

/** HiGHS compiled to WebAssembly, one model per question: its memory is not collected, so every model is disposed. */
export class HighsSolver {
  private constructor(private readonly highs: Highs) {}

  static async load(): Promise<HighsSolver> {
    // The package's types are those of CommonJS; at run time the default export is the loader in both.
    const load = loadHighs as unknown as () => Promise<Highs>;
    return new HighsSolver(await load());
  }

  linear(problem: LinearProblem, inside = false): LinearAnswer | undefined {
    return this.withModel(problem, false, (model) => {
      if (inside && this.runInside(model)) return this.answer(problem, model);
      model.options.set({ solver: 'simplex' });
      model.run();
      const status = model.getModelStatus();
      const { optimal, infeasible, unboundedOrInfeasible } = this.highs.constants.modelStatus;
      if (status === infeasible || status === unboundedOrInfeasible) return undefined;
      if (status !== optimal) throw new SearchTooLong('a linear optimum');
      return this.answer(problem, model);
    });
  }

  integer(problem: LinearProblem, { gap = 0 }: IntegerLimits = {}): IntegerAnswer | undefined {
    return this.withModel(problem, true, (model) => {
      model.options.set({ mip_rel_gap: gap, mip_abs_gap: 1e-9, mip_max_nodes: NODES });
      model.run();
      const status = model.getModelStatus();
      const { optimal, infeasible } = this.highs.constants.modelStatus;
      if (status === infeasible) return undefined;
      if (status !== optimal) throw new SearchTooLong('a panel');
      const x = Array.from(model.getSolution().colValue, Math.round);
      return { x, value: worth(problem, x), best: gap === 0 };
    });
  }

  /** The interior-point method without its last step, which would walk to a corner. It may give up: then a corner must do. */
  private runInside(model: Model): boolean {
    try {
      model.options.set({ solver: 'ipm', run_crossover: 'off' });
      model.run();
      const { optimal, unknown } = this.highs.constants.modelStatus;
      const status = model.getModelStatus();
      // Without the last step HiGHS calls a good answer unknown when it is a hair outside; the caller checks by arithmetic.
      if (status === optimal || (status === unknown && this.isClose(model))) return true;
    } catch {
      // HighsError: the corner below is as true, only less informative.
    }
    model.clearSolver();
    return false;
  }

  private isClose(model: Model): boolean {
    return (
      Number(model.info.get('max_primal_infeasibility')) < 1e-6 &&
      Number(model.info.get('max_dual_infeasibility')) < 1e-6
    );
  }

  private answer(problem: LinearProblem, model: Model): LinearAnswer {
    const { colValue, rowDual } = model.getSolution();
    return { x: Array.from(colValue), rowDuals: Array.from(rowDual), value: worth(problem, colValue) };
  }

  private withModel<T>(problem: LinearProblem, whole: boolean, use: (model: Model) => T): T {
    const { cost, lower, upper, rows, sense } = problem;
    const starts = [0];
    for (const row of rows) starts.push(starts.at(-1)! + row.at.length);
    const { integer } = this.highs.constants.variableType;
    const model = this.highs.createModel({
      numCols: cost.length,
      numRows: rows.length,
      // Always a minimum, so that duals have one sign.
      sense: this.highs.constants.objectiveSense.minimize,
      colCost: sense === 'min' ? cost : cost.map((c) => -c),
      colLower: lower,
      colUpper: upper,
      rowLower: rows.map(({ least }) => least),
      rowUpper: rows.map(({ most }) => most),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: cost.length,
        starts,
        indices: rows.flatMap(({ at }) => at),
        values: rows.flatMap(({ by }) => by),
      },
      ...(whole && { integrality: cost.map(() => integer) }),
    });
    try {
      model.options.set({ output_flag: false, random_seed: 1, ...(!whole && PRECISE) });
      return use(model);
    } finally {
      model.dispose();
    }
  }
}

function worth({ cost }: LinearProblem, x: ArrayLike<number>): number {
  return cost.reduce((sum, c, i) => sum + c * x[i]!, 0);
}
