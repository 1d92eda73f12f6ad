import type { Chance } from '../chance/chance.js';
import { selectable } from '../panels/selectable.js';
import { SearchTooLong } from '../errors.js';
import { people, without, withRows } from '../model/narrow.js';
import type { PanelModel, Row } from '../model/panel-model.js';
import type { Level } from '../proof/level.js';
import type { Solver } from '../solver/solver.js';
import type { Mixed } from '../panels/face-walk.js';
import { reach } from './reach.js';

/** What is aimed at: average seats per type, with the proofs there are. */
export type Objective = (
  model: PanelModel,
  solver: Solver,
) => {
  readonly seats: readonly number[];
  readonly levels: readonly Level[];
  readonly caps?: readonly Row[];
};

export interface Lottery {
  /** Panels by type and their probabilities, together 1. */
  readonly mixed: readonly Mixed[];
  /** The probability of each person of a type. */
  readonly probabilities: readonly number[];
  readonly possible: readonly boolean[];
  /** Rows found on the way that every panel meets, and averages of panels need not. */
  readonly cuts: readonly Row[];
  readonly levels: readonly Level[];
  /** Rows that hold on average, because the objective bounds the largest probability; a single panel need not meet them. */
  readonly caps: readonly Row[];
}

export interface LotteryOptions {
  /** Different ways the same probabilities are mixed: more panels, less in any one of them. */
  readonly walks?: number;
  readonly onStep?: (step: 'selectable' | 'aim' | 'mix') => void;
}

const CUTS = 80;

/**
 * A lottery over whole panels that has what the objective asks for. What averages can have bounds what lotteries can;
 * where a lottery falls short, a row is found that says why, and the objective is asked again.
 *
 * @throws NoPanelPossible | SearchTooLong
 */
export function fairLottery(
  model: PanelModel,
  objective: Objective,
  solver: Solver,
  chance: Chance,
  { walks = 4, onStep = () => {} }: LotteryOptions = {},
): Lottery {
  onStep('selectable');
  const { panels, possible } = selectable(model, solver);
  const cuts: Row[] = [];
  while (cuts.length <= CUTS) {
    const narrowed = withRows(without(model, possible), cuts);
    onStep('aim');
    const { seats, levels, caps = [] } = objective(narrowed, solver);
    onStep('mix');
    const reached = reach(narrowed, seats, panels, solver, chance, walks);
    if ('mixed' in reached) {
      return {
        mixed: reached.mixed,
        probabilities: chances(model, reached.mixed),
        possible,
        cuts,
        levels,
        caps,
      };
    }
    cuts.push(reached.cut);
  }
  throw new SearchTooLong('what whole panels allow');
}

function chances(model: PanelModel, mixed: readonly Mixed[]): number[] {
  const seats = model.types.map(() => 0);
  for (const { panel, share } of mixed) panel.forEach((n, t) => (seats[t] = seats[t]! + n * share));
  return seats.map((n, t) => n / people(model, t));
}
