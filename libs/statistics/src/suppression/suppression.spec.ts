import { describe, expect, it } from '@jest/globals';

import { FigureImpossible } from '../errors.js';
import { seeded } from '../testing/seeded.js';
import { type Cut, releaseRisk } from './across-releases.js';
import { derivable, type Derivable } from './derivable.js';
import { isSafe, protectTable, type Protected } from './protect.js';
import { shareWithheld } from './share-shown.js';
import { type Cell, Hidden, type Table } from './table.js';

const positions = (cells: Protected['hidden']) =>
  cells === 'totals-only' ? cells : cells.map(({ row, column }) => [row, column]);

describe('protectTable', () => {
  it('hides two small numbers and the two cells that would give them away', () => {
    const table = [
      [41, 3, 12, 6],
      [38, 9, 17, 11],
      [22, 7, 2, 8],
      [55, 13, 21, 0],
      [30, 10, 9, 7],
    ];
    const result = protectTable(table);

    expect(positions(result.primary)).toEqual([
      [0, 1],
      [2, 2],
    ]);
    expect(positions(result.hidden)).toEqual([
      [0, 1],
      [0, 2],
      [2, 1],
      [2, 2],
    ]);
  });

  it('hides nothing where nothing is small, and a zero only where few people stand behind it', () => {
    expect(protectTable([[40, 50]]).hidden).toEqual([]);
    expect(protectTable([[40, 0]]).primary).toEqual([]);
    expect(protectTable([[20, 0]]).primary).toEqual([{ row: 0, column: 1 }]);
  });

  it('takes the people behind a row where the row holds only part of them', () => {
    expect(protectTable([[20, 0]], { bases: [60] }).primary).toEqual([]);
  });

  it('has a higher threshold for what must not be known of anybody', () => {
    expect(protectTable([[40, 9]], { threshold: 10 }).primary).toEqual([{ row: 0, column: 1 }]);
  });

  it('shows totals only where nothing helps', () => {
    expect(protectTable([[40, 3]]).hidden).toBe('totals-only');
  });

  it.each([[[[1, 2], [3]]], [[[1.5, 2]]], [[[-1, 2]]]])('refuses %p', (table) => {
    expect(() => protectTable(table)).toThrow(FigureImpossible);
  });
});

describe('what an outsider can derive', () => {
  it('equals trying every table with the same totals', () => {
    const { whole, uniform } = seeded(1);
    for (let round = 0; round < 150; round++) {
      const rows = 2 + whole(2);
      const columns = 2 + whole(2);
      const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => whole(4)));
      const cells = table.flatMap((values, row) =>
        values.flatMap((_, column) => (uniform() < 0.6 ? [{ row, column }] : [])),
      );
      const hidden = new Hidden(columns, cells);
      for (const cell of cells) expect(derivable(table, hidden, cell)).toEqual(tryAll(table, cells, cell));
    }
  });

  it('leaves no small number of 2,000 random tables within reach', () => {
    const { whole, uniform } = seeded(2);
    let shown = 0;
    for (let round = 0; round < 2000; round++) {
      const columns = 2 + whole(6);
      const table = Array.from({ length: 2 + whole(8) }, () =>
        Array.from({ length: columns }, () => Math.floor(uniform() ** 2 * 60)),
      );
      const { primary, hidden } = protectTable(table);
      if (hidden === 'totals-only') continue;
      shown++;
      const together = new Hidden(columns, hidden);
      for (const cell of primary) expect(isSafe(derivable(table, together, cell), 5)).toBe(true);
    }
    expect(shown).toBeGreaterThan(1500);
  });
});

describe('shareWithheld', () => {
  it.each([
    [10, 29, 'base-too-small'],
    [4, 30, 'too-few-people'],
    [26, 30, 'too-few-people'],
    [5, 30, null],
    [0, 30, null],
    [30, 30, null],
  ])('%i of %i: %p', (hits, base, reason) => {
    expect(shareWithheld(hits, base)).toBe(reason);
  });
});

describe('releaseRisk', () => {
  const cut = (people: number, ...parts: string[]): Cut => ({ parts: new Set(parts), people });
  const ward = cut(1003, 'a', 'b', 'c', 'd');
  const estates = [cut(400, 'a'), cut(300, 'b'), cut(300, 'c')];

  it('refuses a ward whose estates leave three people over', () => {
    expect(releaseRisk(estates, ward)).toEqual({ kind: 'difference', people: 3 });
  });

  it('refuses the last estate that would give the rest away', () => {
    expect(releaseRisk([ward, estates[0]!, estates[1]!], estates[2]!)).toEqual({
      kind: 'difference',
      people: 3,
    });
  });

  it('allows cuts that leave enough, leave nobody, or overlap in part', () => {
    expect(releaseRisk(estates.slice(0, 2), ward)).toBeNull();
    expect(releaseRisk(estates, cut(1000, 'a', 'b', 'c'))).toBeNull();
    expect(releaseRisk([cut(402, 'a', 'x')], cut(400, 'a', 'y'))).toBeNull();
  });

  it('says that it does not know rather than guess', () => {
    const many = Array.from({ length: 30 }, (_, at) => cut(1000, `p${at}`));
    const all = cut(40_000, ...many.map((_, at) => `p${at}`), 'rest');

    expect(releaseRisk(many, all)).toEqual({ kind: 'not-known' });
  });
});

/** Every filling of the hidden cells that keeps all totals, by brute force. */
function tryAll(table: Table, cells: readonly Cell[], cell: Cell): Derivable {
  const values = table.map((row) => [...row]);
  const rowLeft = table.map((_, row) => sumOf(cells.filter((at) => at.row === row)));
  const columnLeft = (table[0] ?? []).map((_, column) => sumOf(cells.filter((at) => at.column === column)));
  let low = Infinity;
  let high = -Infinity;
  fill(0);
  return { low, high };

  function sumOf(some: readonly Cell[]): number {
    return some.reduce((sum, { row, column }) => sum + (table[row]?.[column] ?? 0), 0);
  }
  function fill(at: number): void {
    const place = cells[at];
    if (!place) {
      if ([...rowLeft, ...columnLeft].some((left) => left !== 0)) return;
      low = Math.min(low, values[cell.row]![cell.column]!);
      high = Math.max(high, values[cell.row]![cell.column]!);
      return;
    }
    const { row, column } = place;
    for (let value = 0; value <= Math.min(rowLeft[row]!, columnLeft[column]!); value++) {
      values[row]![column] = value;
      rowLeft[row]! -= value;
      columnLeft[column]! -= value;
      fill(at + 1);
      rowLeft[row]! += value;
      columnLeft[column]! += value;
    }
  }
}
