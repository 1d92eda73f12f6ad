import { derivable, type Derivable } from './derivable.js';
import { closingSets } from './closing-sets.js';
import { type Cell, checkTable, Hidden, type Table } from './table.js';

/** Counts below this are small; for the topics in `SENSITIVE` ten. */
export const THRESHOLD = 5;
export const SENSITIVE_THRESHOLD = 10;
/** A zero, and any percentage, is shown only for at least so many people. */
export const SMALLEST_BASE = 30;

export interface Protected {
  /** Small in themselves. */
  readonly primary: readonly Cell[];
  /** All that is not shown, the primary cells among it. `totals-only`: nothing but totals may be shown. */
  readonly hidden: readonly Cell[] | 'totals-only';
}

export interface ProtectOptions {
  readonly threshold?: number;
  /** People behind each row, where the row holds part of them; the row's own sum otherwise. */
  readonly bases?: readonly number[];
}

/**
 * What of a table of people may be shown beside its row and column totals, so that no small number can be
 * worked out by subtraction, along whatever path.
 *
 * Zeros are small too, unless 30 people stand behind the row. The same call serves screen, file, API and print.
 *
 * @throws FigureImpossible
 * Source: complementary suppression, audited exactly by maximum flow.
 */
export function protectTable(table: Table, { threshold = THRESHOLD, bases }: ProtectOptions = {}): Protected {
  checkTable(table);
  const primary = primaryCells(table, threshold, bases);
  let hidden = new Hidden(table[0]?.length ?? 0, primary);
  for (const cell of primary) {
    const safe = protectCell(table, hidden, cell, threshold);
    if (!safe) return { primary, hidden: 'totals-only' };
    hidden = safe;
  }
  return { primary, hidden: hidden.cells() };
}

/**
 * Whether the range in which an outsider knows a small cell to lie is wide enough.
 *
 * Hiding more only widens ranges, so a cell once safe stays safe.
 */
export const isSafe = ({ low, high }: Derivable, threshold: number): boolean =>
  low < high && high >= threshold && (low === 0 || high - low >= threshold);

function primaryCells(table: Table, threshold: number, bases?: readonly number[]): Cell[] {
  return table.flatMap((values, row) => {
    const base = bases?.[row] ?? values.reduce((total, value) => total + value, 0);
    const smallest = base >= SMALLEST_BASE ? 1 : 0;
    return values.flatMap((value, column) =>
      value >= smallest && value < threshold ? [{ row, column }] : [],
    );
  });
}

/**
 * Hides the cheapest further cells that make one cell safe; where no single rectangle does, the cheapest that
 * widens its range, and so on.
 *
 * @returns `null` when nothing widens it any more
 */
function protectCell(table: Table, hidden: Hidden, cell: Cell, threshold: number): Hidden | null {
  const range = derivable(table, hidden, cell);
  if (isSafe(range, threshold)) return hidden;
  let wider: Hidden | null = null;
  for (const extra of closingSets(table, hidden, cell)) {
    const tried = hidden.with(extra);
    const then = derivable(table, tried, cell);
    if (isSafe(then, threshold)) return tried;
    if (!wider && then.high - then.low > range.high - range.low) wider = tried;
  }
  return wider && protectCell(table, wider, cell, threshold);
}
