import type { Report } from '@commonthread/ballot-protocol';

export const VOTE_STAGES = ['opening', 'open', 'closing', 'closed', 'finishing', 'stored'] as const;

/**
 * `opening`: the roll freezes and the ballot box gets its manifest. `open`: votes are cast. `closing`: two officers
 * or the clock ended it. `closed`: paper is entered. `finishing`: the log gets its last entry, the export is verified.
 * `stored`: the ballots can be counted.
 */
export type VoteStage = (typeof VOTE_STAGES)[number];

export interface ExportDigest {
  readonly file: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** One round's vote between roll, ballot box and count. */
export interface HeldVote {
  readonly roundId: string;
  readonly stage: VoteStage;
  /** Canonical text as the ballot box got it; fixed before it is first sent. */
  readonly manifest: string | null;
  readonly manifestSha256: string | null;
  readonly closesAt: Date | null;
  readonly openedAt: Date | null;
  /** Two different officers, or none when the clock ended it. */
  readonly closedBy: readonly string[];
  readonly closedAt: Date | null;
  readonly storedAt: Date | null;
  /** Why the last try to go on did not work. */
  readonly failure: string | null;
  readonly failedAt: Date | null;
  /** When more ballots than passes were first seen. */
  readonly alarmAt: Date | null;
  /** The files of the export as they were verified; empty before that. */
  readonly exportFiles: readonly ExportDigest[];
  /** What the verifier found in the export. */
  readonly report: Report | null;
}
