import type { Choice } from '@commonthread/ballot-protocol';

/** A batch of paper ballots on its way into the log. People are opaque ids of the back office. */
export interface Batch {
  readonly election: string;
  readonly batch: string;
  readonly issued: number;
  readonly inBox: number;
  readonly spoiled: number;
  readonly returned: number;
  readonly missing: number;
  readonly countedBy: readonly string[];
  readonly firstKeyer: string | null;
  readonly firstDone: boolean;
  /** Sheets of the first entry so far. */
  readonly firstEntered: number;
  readonly secondKeyer: string | null;
  readonly secondDone: boolean;
  readonly secondEntered: number;
  readonly sealedBy: readonly string[] | null;
  readonly keyed: number | null;
  readonly discrepancy: string | null;
}

/** One sheet as somebody read it. */
export interface Sheet {
  readonly serial: string;
  readonly style: string;
  readonly choices: readonly Choice[];
}

/** A third person's word on a sheet that was entered differently; without style and choices it is no ballot. */
export interface Ruling {
  readonly serial: string;
  readonly sheet: Sheet | null;
}

export type Turn = 1 | 2;
