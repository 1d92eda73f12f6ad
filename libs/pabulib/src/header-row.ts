import type { Findings } from './faults.js';

/** Where each column of a section stands. */
export class HeaderRow {
  private readonly at = new Map<string, { index: number; written: string }>();

  constructor(
    cells: readonly string[],
    line: number,
    required: readonly string[],
    findings: Findings,
    private readonly aliases: Readonly<Record<string, string>> = {},
  ) {
    cells.forEach((cell, index) => {
      const written = cell.trim();
      if (written === '') return;
      const lower = written.toLowerCase();
      const name = this.aliases[lower] ?? lower;
      if (this.at.has(name)) {
        findings.fault(line, name, 'header.repeated-column', 'the column stands twice');
      } else this.at.set(name, { index, written });
    });
    for (const name of required) {
      if (!this.at.has(name)) findings.fault(line, name, 'header.missing-column', 'the column is needed');
    }
  }

  /** Position of a column, -1 when the file has none. */
  position(name: string): number {
    return this.at.get(name)?.index ?? -1;
  }

  /** Names and positions of the columns not in `known`, in file order. */
  others(known: ReadonlySet<string>): { names: string[]; positions: number[] } {
    const rest = [...this.at].filter(([name]) => !known.has(name));
    return { names: rest.map(([, { written }]) => written), positions: rest.map(([, { index }]) => index) };
  }

  /** One past the last named column. */
  get width(): number {
    return Math.max(-1, ...[...this.at.values()].map(({ index }) => index)) + 1;
  }
}

/** Checks a row's length; cells beyond the header must be blank, missing ones count as empty. */
export function checkWidth(cells: readonly string[], width: number, line: number, findings: Findings): void {
  if (cells.length < width) {
    findings.warn(line, 'row', 'row.short', `${cells.length} cells where the header has ${width}`);
  } else if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    findings.fault(
      line,
      'row',
      'row.too-many-cells',
      `${cells.length} cells where the header has ${width}; a cell holding ; must be quoted`,
    );
  }
}
