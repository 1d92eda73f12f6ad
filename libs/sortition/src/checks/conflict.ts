import type { PanelModel, Row } from '../model/panel-model.js';
import { anyPanel } from '../panels/selectable.js';
import type { Solver } from '../solver/solver.js';

/**
 * Quotas that cannot hold together, none of which can be left out: without any one of them there is a panel.
 * Found by leaving out one after the other; nothing when there is a panel.
 */
export function conflict(model: PanelModel, solver: Solver): { category: string; value: string }[] {
  const has = (rows: readonly Row[]) => anyPanel({ ...model, rows }, solver) !== undefined;
  if (has(model.rows)) return [];
  let rows = model.rows;
  for (const row of model.rows) {
    if (row.name.kind !== 'quota') continue;
    const fewer = rows.filter((kept) => kept !== row);
    if (!has(fewer)) rows = fewer;
  }
  return rows.flatMap(({ name }) =>
    name.kind === 'quota' ? [{ category: name.category, value: name.value }] : [],
  );
}
