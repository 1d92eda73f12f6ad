import { NoPanelPossible } from '../errors.js';
import { drawable, people } from '../model/narrow.js';
import type { PanelModel } from '../model/panel-model.js';
import { type Level, UNIT } from '../proof/level.js';
import { levelBound } from '../proof/level-bound.js';
import type { LinearAnswer, Solver } from '../solver/solver.js';

/**
 * A level asks for a hair less than the solver's optimum, so that it can be met: a proof about what cannot be proves
 * nothing. Seldom the solver is off by more; then all starts again with a wider one.
 */
const HAIRS = [1e-8, 1e-7, 1e-6];
/** A type is settled when it could have no more than this many hairs above its level. */
const SETTLED = 1000;

export interface Leximin {
  /** Average seats of each type. */
  readonly seats: readonly number[];
  readonly levels: readonly Level[];
}

type Floors = (number | undefined)[];

/**
 * The smallest probability as large as can be, then the next smallest, and so on, each level with its proof.
 * A type is settled as soon as the level's own proof, worked out in whole numbers, leaves it nothing above the value.
 * Sought over average panels, which may hold fractions of seats: an upper bound until a lottery is found that meets it.
 *
 * Source: Flanigan, Goelz, Gupta, Hennig, Procaccia, Nature 2021; by types and over the relaxation.
 */
export function leximin(model: PanelModel, solver: Solver): Leximin {
  for (const hair of HAIRS) {
    const found = leximinWithin(model, solver, hair);
    if (found) return found;
  }
  throw new NoPanelPossible();
}

function leximinWithin(model: PanelModel, solver: Solver, hair: number): Leximin | undefined {
  const floors: Floors = model.types.map(({ most }) => (most > 0 ? undefined : 0));
  const levels: Level[] = [];
  for (;;) {
    const unsettled = drawable(model).filter((t) => floors[t] === undefined);
    if (unsettled.length === 0) return { seats: settledSeats(model, floors, solver), levels };
    const answer = stage(model, unsettled, floors, solver);
    if (!answer) return undefined;
    const level = settle(model, unsettled, floors, answer, hair);
    levels.push(level);
    for (const t of level.types) floors[t] = level.value;
  }
}

/** The first level alone, and a point of its face: everybody above the minimum is left to chance. */
export function maximin(model: PanelModel, solver: Solver): Leximin {
  const floors: Floors = model.types.map(({ most }) => (most > 0 ? undefined : 0));
  const unsettled = drawable(model);
  const answer = stage(model, unsettled, floors, solver);
  if (!answer) throw new NoPanelPossible();
  const level = settle(model, unsettled, floors, answer, HAIRS[0]!);
  return { seats: answer.x.slice(0, model.types.length), levels: [level] };
}

function stage(
  model: PanelModel,
  unsettled: readonly number[],
  floors: Floors,
  solver: Solver,
): LinearAnswer | undefined {
  const z = model.types.length;
  const floorSeats = (t: number) => (people(model, t) * (floors[t] ?? 0)) / UNIT;
  return solver.linear(
    {
      sense: 'max',
      cost: [...model.types.map(() => 0), 1],
      lower: [...model.types.map((_, t) => floorSeats(t)), 0],
      upper: [...model.types.map(({ most }) => most), Infinity],
      rows: [
        ...model.rows,
        ...unsettled.map((t) => ({ at: [t, z], by: [1, -people(model, t)], least: 0, most: Infinity })),
      ],
    },
    true,
  );
}

/** Turns the multipliers of a stage into a level, and settles those whom it proves settled; always one at least. */
function settle(
  model: PanelModel,
  unsettled: readonly number[],
  floors: Floors,
  { value: z, rowDuals }: LinearAnswer,
  hair: number,
): Level {
  const value = Math.max(0, Math.floor((z - hair) * UNIT));
  const prices = model.rows.flatMap((_, r): [number, number][] => {
    const price = Math.round(-rowDuals[r]! * UNIT);
    return price === 0 ? [] : [[r, price]];
  });
  const paid = model.types.map(() => 0);
  for (const [r, price] of prices) {
    const { at, by } = model.rows[r]!;
    at.forEach((t, i) => (paid[t] = paid[t]! + price * by[i]!));
  }
  const own = new Map(
    unsettled.map((t, i) => [t, Math.max(0, Math.round(rowDuals[model.rows.length + i]! * UNIT))]),
  );
  const weights = drawable(model).flatMap((t): [number, number][] => {
    // The best weight for a settled type is what its seats cost: more raises the bound, less wastes its floor.
    const weight = own.get(t) ?? Math.max(0, paid[t]!);
    return weight === 0 ? [] : [[t, weight]];
  });
  const bound = levelBound(model, { value, weights, prices }, floors);
  const share = (t: number) => own.get(t)! * people(model, t);
  const heaviest = unsettled.reduce((best, t) => (share(t) > share(best) ? t : best));
  const types = unsettled.filter(
    (t) => t === heaviest || (bound?.above(t) ?? Infinity) <= SETTLED * hair * UNIT,
  );
  return { value, types, weights, prices };
}

/** One point that has every settled value. They are rounded down, so the whole panel is reached by the smallest shift. */
function settledSeats(model: PanelModel, floors: Floors, solver: Solver): number[] {
  const n = model.types.length;
  const wanted = floors.map((floor, t) => ((floor ?? 0) / UNIT) * people(model, t));
  const answer = solver.linear({
    sense: 'min',
    cost: [...wanted.map(() => 0), 1],
    lower: [...wanted.map(() => 0), 0],
    upper: [...model.types.map(({ most }) => most), Infinity],
    rows: [
      ...model.rows,
      ...wanted.flatMap((seats, t) => [
        { at: [t, n], by: [1, people(model, t)], least: seats, most: Infinity },
        { at: [t, n], by: [1, -people(model, t)], least: -Infinity, most: seats },
      ]),
    ],
  });
  if (!answer) throw new NoPanelPossible();
  return answer.x.slice(0, n);
}
