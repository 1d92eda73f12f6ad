import type { Manifest } from '@commonthread/ballot-protocol';

export type ElectionState = 'open' | 'closed' | 'finished';

/** One election as the urn keeps it. */
export interface Election {
  readonly id: string;
  readonly manifest: Manifest;
  /** The published text, whose hash is the log's first entry. */
  readonly manifestText: string;
  readonly manifestSha256: Buffer;
  readonly state: ElectionState;
  readonly closedAt: Date | null;
}
