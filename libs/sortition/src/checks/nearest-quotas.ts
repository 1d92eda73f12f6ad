import type { PanelModel } from '../model/panel-model.js';
import type { Pool, Quota } from '../model/pool.js';
import type { LinearProblem, Solver } from '../solver/solver.js';

/** One quota to change so that a panel is possible. */
export interface QuotaChange {
  readonly category: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly newMin: number;
  readonly newMax: number;
}

/**
 * The smallest change of quotas after which there is a panel; with `including`, one that holds that type.
 *
 * Lowering a quota costs 1 + 2/min a seat, raising one costs 1: a small group is not the first to be left out. A
 * quota's flex bounds, where it has any, limit its change. Source: the rule of the Sortition Foundation's programs.
 *
 * @returns nothing when no change within the bounds helps
 */
export function nearestQuotas(
  pool: Pool,
  model: PanelModel,
  solver: Solver,
  including?: number,
): QuotaChange[] | undefined {
  const quotas = pool.categories.flatMap(({ name, quotas }) => quotas.map((quota) => ({ name, quota })));
  const n = model.types.length;
  const lowering = (i: number) => n + 2 * i;
  const raising = (i: number) => n + 2 * i + 1;
  let next = -1;
  const rows = model.rows.flatMap((row): LinearProblem['rows'] => {
    if (row.name.kind !== 'quota') return [row];
    next++;
    return [
      { at: [...row.at, lowering(next)], by: [...row.by, 1], least: row.least, most: Infinity },
      { at: [...row.at, raising(next)], by: [...row.by, -1], least: -Infinity, most: row.most },
    ];
  });
  const found = solver.integer({
    sense: 'min',
    cost: [...model.types.map(() => 0), ...quotas.flatMap(({ quota }) => [costOfLowering(quota), 1])],
    lower: [...model.types.map((_, t) => (t === including ? 1 : 0)), ...quotas.flatMap(() => [0, 0])],
    upper: [
      ...model.types.map(({ most }) => most),
      ...quotas.flatMap(({ quota: { min, max, minFlex = 0, maxFlex = pool.size } }) => [
        Math.max(0, min - minFlex),
        Math.max(0, maxFlex - max),
      ]),
    ],
    rows,
  });
  if (!found) return undefined;
  return quotas.flatMap(({ name, quota: { value, min, max } }, i) => {
    const newMin = min - found.x[lowering(i)]!;
    const newMax = max + found.x[raising(i)]!;
    return newMin === min && newMax === max ? [] : [{ category: name, value, min, max, newMin, newMax }];
  });
}

function costOfLowering({ min }: Quota): number {
  return min === 0 ? 1 : 1 + 2 / min;
}

/** The pool with those changes made. */
export function withChanges(pool: Pool, changes: readonly QuotaChange[]): Pool {
  const changeOf = (category: string, value: string) =>
    changes.find((change) => change.category === category && change.value === value);
  return {
    ...pool,
    categories: pool.categories.map(({ name, quotas }) => ({
      name,
      quotas: quotas.map((quota) => {
        const change = changeOf(name, quota.value);
        return change ? { ...quota, min: change.newMin, max: change.newMax } : quota;
      }),
    })),
  };
}
