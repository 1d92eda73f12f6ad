import { type Cell, type Hidden, type Table, valueAt } from './table.js';

/**
 * Sets of one to three shown cells that close a rectangle of hidden cells around `cell`, those with the fewest
 * people first, then the fewest cells, then row by row.
 */
export function closingSets(table: Table, hidden: Hidden, cell: Cell): Cell[][] {
  const others = (length: number, without: number): number[] =>
    [...Array(length).keys()].filter((at) => at !== without);
  return others(table.length, cell.row)
    .flatMap((row) =>
      others(table[0]?.length ?? 0, cell.column).map((column) =>
        [
          { row: cell.row, column },
          { row, column: cell.column },
          { row, column },
        ].filter((corner) => !hidden.has(corner)),
      ),
    )
    .filter((corners) => corners.length > 0)
    .map((corners) => ({ corners, people: corners.reduce((sum, at) => sum + valueAt(table, at), 0) }))
    .toSorted((a, b) => a.people - b.people || a.corners.length - b.corners.length)
    .map(({ corners }) => corners);
}
