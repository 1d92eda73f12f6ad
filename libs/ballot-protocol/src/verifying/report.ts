import type { ExportFile } from '../publishing/files.js';

/** Something in an export that cannot be so. */
export interface Fault {
  readonly file: string;
  /** From 1; null when it concerns the file as a whole. */
  readonly line: number | null;
  /** Stable, such as `ballot.signature`. */
  readonly code: string;
  readonly message: string;
}

/** What was counted on the way; 0 where checking stopped before. */
export interface Totals {
  readonly ballotLines: number;
  readonly online: number;
  readonly superseded: number;
  readonly credentials: number;
  readonly paper: number;
  readonly checkpoints: number;
}

export interface Report {
  /** Whether nothing at all was found. */
  readonly ok: boolean;
  readonly election: string | null;
  /** By file and line, at most `MOST_LISTED`. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  /** How many of each code, those not listed included. */
  readonly faultsByCode: Readonly<Record<string, number>>;
  /** What a reader should know although it is no fault. */
  readonly notices: readonly string[];
  readonly totals: Totals;
  /** What to compare with a witness: an export cannot show that others were shown the same. Null when unreadable. */
  readonly compare: LogHead | null;
}

/** The last checkpoint as it is quoted. */
export interface LogHead {
  readonly origin: string;
  readonly size: number;
  /** Standard base64, as in the checkpoint. */
  readonly root: string;
}

const MOST_LISTED = 100;

/** Collects faults while files are read. */
export class Findings {
  readonly notices: string[] = [];
  private readonly faults: Fault[] = [];
  readonly byCode: Record<string, number> = {};
  count = 0;

  add(file: ExportFile | (string & {}), line: number | null, code: string, message: string): void {
    this.count++;
    this.byCode[code] = (this.byCode[code] ?? 0) + 1;
    if (this.faults.length < MOST_LISTED * 10) this.faults.push({ file, line, code, message });
  }

  /** In the order of `files`, then by line. */
  listed(files: readonly string[]): Fault[] {
    const place = (file: string) => (files.includes(file) ? files.indexOf(file) : files.length);
    return this.faults
      .toSorted((a, b) => place(a.file) - place(b.file) || (a.line ?? 0) - (b.line ?? 0))
      .slice(0, MOST_LISTED);
  }
}
