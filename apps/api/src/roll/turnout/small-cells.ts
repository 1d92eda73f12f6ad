/** Smaller counts are not published: a day with three voters is three people that somebody knows. */
export const SMALLEST_CELL = 10;

/**
 * Hides the cells from 1 to 9 of a row whose total is published, and as many more of the smallest as it takes that
 * nobody can work a hidden one out: at least two are hidden, and together they are 10 or more.
 *
 * @returns one value for each cell, `null` where it is hidden
 */
export function hideSmallCells(cells: readonly number[]): (number | null)[] {
  const hidden = new Set(cells.flatMap((n, at) => (n > 0 && n < SMALLEST_CELL ? [at] : [])));
  const bySize = cells
    .map((n, at) => ({ n, at }))
    .filter(({ n, at }) => n > 0 && !hidden.has(at))
    .sort((a, b) => a.n - b.n || a.at - b.at);
  const sum = (): number => [...hidden].reduce((total, at) => total + (cells[at] ?? 0), 0);
  while (hidden.size > 0 && (hidden.size < 2 || sum() < SMALLEST_CELL)) {
    const next = bySize.shift();
    if (!next) break;
    hidden.add(next.at);
  }
  return cells.map((n, at) => (hidden.has(at) ? null : n));
}

/** A total that stands alone: `null` from 1 to 9. */
export const hideSmallTotal = (n: number): number | null => (n > 0 && n < SMALLEST_CELL ? null : n);
