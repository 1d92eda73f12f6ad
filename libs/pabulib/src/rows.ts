/** A quoted cell longer than this is taken for a quote that was never closed. */
const MAX_QUOTED_LINES = 1000;

export interface RowSink {
  /** @param line number of the row's first line, from 1 */
  row(cells: string[], line: number): void;
  /** A quote never closed: nothing after it can be trusted. */
  unclosed(line: number): void;
}

/**
 * The cells of one `;`-separated row, RFC 4180 quoting.
 *
 * @returns null when the row ends inside a quoted cell, so it goes on in the next line
 */
export function splitRow(row: string): string[] | null {
  // Most rows have no quote, and then every semicolon separates.
  if (!row.includes('"')) return row.split(';');
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    if (row[at] === '"') {
      at += 1;
      for (;;) {
        const close = row.indexOf('"', at);
        if (close < 0) return null;
        cell += row.slice(at, close);
        at = close + 1;
        if (row[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    // A quote inside an unquoted cell is an ordinary character, as every CSV reader has it.
    const next = row.indexOf(';', at);
    cells.push(cell + row.slice(at, next < 0 ? row.length : next));
    if (next < 0) return cells;
    at = next + 1;
  }
}

/** Cuts pushed text into rows; holds back only the unfinished last line. */
export class RowCutter {
  private rest = '';
  private open = '';
  private openSince = 0;
  private line = 0;
  private started = false;
  private stopped = false;

  constructor(private readonly sink: RowSink) {}

  /** Lines seen so far. */
  get lines(): number {
    return this.line;
  }

  push(chunk: string): void {
    if (chunk === '' || this.stopped) return;
    let text = this.rest + chunk;
    if (!this.started) {
      this.started = true;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.take(text.slice(from, text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end));
      from = end + 1;
      if (this.stopped) return;
    }
    this.rest = text.slice(from);
  }

  end(): void {
    if (this.rest !== '' && !this.stopped) this.take(this.rest.replace(/\r$/, ''));
    this.rest = '';
    if (this.openSince > 0) this.giveUp();
  }

  private take(line: string): void {
    this.line += 1;
    const row = this.openSince > 0 ? `${this.open}\n${line}` : line;
    const cells = splitRow(row);
    if (cells) {
      const since = this.openSince > 0 ? this.openSince : this.line;
      this.openSince = 0;
      this.sink.row(cells, since);
      return;
    }
    if (this.openSince === 0) this.openSince = this.line;
    this.open = row;
    if (this.line - this.openSince >= MAX_QUOTED_LINES) this.giveUp();
  }

  private giveUp(): void {
    this.stopped = true;
    this.sink.unclosed(this.openSince);
    this.openSince = 0;
  }
}
