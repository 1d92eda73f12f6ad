import type { Encoding } from '@commonthread/kernel/text-files';

export const IMPORT_STATES = ['queued', 'reading', 'storing', 'done', 'refused', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** One thing wrong with a file. */
export interface ImportFault {
  /** From 1. */
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly reason: string;
}

/** One file on its way to a round. */
export interface Import {
  readonly id: string;
  readonly placeId: string;
  readonly startedBy: string;
  readonly fileName: string;
  /** As the officer asked for; `null`: named after what the file says. */
  readonly title: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** As its bytes say, or as the officer confirmed. */
  readonly encoding: Encoding;
  readonly state: ImportState;
  /** 0..1. */
  readonly progress: number;
  readonly projects: number | null;
  readonly ballots: number | null;
  readonly ballotsDone: number;
  readonly warnings: readonly string[];
  readonly faults: readonly ImportFault[];
  readonly roundSlug: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}
