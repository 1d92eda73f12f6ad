import type { Choice } from '@commonthread/ballot-protocol';

export interface UrnLog {
  readonly origin: string;
  /** Ed25519 public key, base64url. */
  readonly key: string;
}

export interface UrnElection {
  readonly state: 'open' | 'closed' | 'finished';
  /** Whether nothing is signed because the log does not continue what was published. */
  readonly incident: boolean;
  readonly logged: { readonly credentials: number; readonly ballots: number; readonly paper: number };
  readonly waiting: number;
}

/** People are the ids of officers. */
export interface UrnBatch {
  readonly batch: string;
  readonly issued: number;
  readonly inBox: number;
  readonly spoiled: number;
  readonly returned: number;
  readonly missing: number;
  readonly firstKeyer: string | null;
  readonly firstDone: boolean;
  readonly firstEntered: number;
  readonly secondKeyer: string | null;
  readonly secondDone: boolean;
  readonly secondEntered: number;
  readonly sealedBy: readonly string[] | null;
  readonly keyed: number | null;
  readonly discrepancy: string | null;
}

export interface UrnSheet {
  readonly style: string;
  readonly choices: readonly Choice[];
}

/** A sheet that two people entered differently, or only one of them. */
export interface UrnDifference {
  readonly serial: string;
  readonly first: UrnSheet | null;
  readonly second: UrnSheet | null;
  /** What a third person said; without a sheet it is no ballot. */
  readonly ruling: { readonly sheet: UrnSheet | null } | null;
}

/** Sheets drawn by dice after the end, and how many differed from their ballots once they were compared. */
export interface UrnSample {
  readonly seed: string;
  readonly serials: readonly string[];
  readonly errors: number | null;
  readonly note: string | null;
}
