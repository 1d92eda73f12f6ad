import type { Told } from '../notices/index.js';

/** One officer's word that what they have seen may be published, and what became of it. */
export interface Outcome {
  readonly id: string;
  readonly roundId: string;
  /** Fingerprint of everything that was previewed, in hexadecimal. */
  readonly previewSha256: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** How many were to be told, at that moment. */
  readonly told: Told | null;
}
