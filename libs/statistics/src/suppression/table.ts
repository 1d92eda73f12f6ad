import { FigureImpossible } from '../errors.js';

/** Counts of people, one row per place or group, all rows of one length. Row and column totals are published. */
export type Table = readonly (readonly number[])[];

/** A cell by its position in the table. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Cells that are not shown, as a set of positions. */
export class Hidden {
  private readonly keys = new Set<number>();

  constructor(
    private readonly columns: number,
    cells: readonly Cell[] = [],
  ) {
    for (const cell of cells) this.add(cell);
  }

  has = ({ row, column }: Cell): boolean => this.keys.has(row * this.columns + column);

  add({ row, column }: Cell): void {
    this.keys.add(row * this.columns + column);
  }

  with(cells: readonly Cell[]): Hidden {
    return new Hidden(this.columns, [...this.cells(), ...cells]);
  }

  /** Row by row. */
  cells(): Cell[] {
    return [...this.keys]
      .toSorted((a, b) => a - b)
      .map((key) => ({ row: Math.floor(key / this.columns), column: key % this.columns }));
  }
}

export const valueAt = (table: Table, { row, column }: Cell): number => table[row]?.[column] ?? 0;

/** @throws FigureImpossible for rows of different lengths, and for anything but whole numbers from 0 on */
export function checkTable(table: Table): void {
  const columns = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== columns) throw new FigureImpossible(`a row of ${row.length} in a table of ${columns}`);
    const wrong = row.find((value) => !Number.isSafeInteger(value) || value < 0);
    if (wrong !== undefined) throw new FigureImpossible(`${wrong} people`);
  }
}
