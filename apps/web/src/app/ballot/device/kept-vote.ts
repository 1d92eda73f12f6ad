import type { Cast, Choice, PassText, Receipt } from '@commonthread/ballot-protocol';
import type { PendingPass } from '@commonthread/ballot-protocol/pass';

/** A ballot the ballot box has signed for. */
export interface CastVersion {
  readonly choices: readonly Choice[];
  readonly receipt: Receipt;
}

/** What a device knows of one vote. Plain JSON. It says how somebody voted, so it stays only as long as it must. */
export interface KeptVote {
  readonly election: string;
  readonly style: string;
  /** base64url of the 16 bytes behind the change code. */
  readonly seed: string;
  /** Asked for a pass; the answer has not come yet. */
  readonly pending: PendingPass | null;
  readonly pass: PassText | null;
  /** What was sent, or is about to be, to the byte: it is not known whether it arrived. */
  readonly cast: Cast | null;
  /** Version that counts now; 0 before the first. */
  readonly rev: number;
  readonly last: CastVersion | null;
  /** Whether the voter asked this device to keep it after the receipt. */
  readonly remember: boolean;
}

/** Whose vote: an account, or whoever typed a change code. Two people at one device never meet each other's. */
export type Owner = string;
export const BY_CODE: Owner = 'by-code';

export const voteKey = (election: string, owner: Owner): string => `vote/${election}/${owner}`;
export const draftKey = (election: string, owner: Owner): string => `draft/${election}/${owner}`;
export const checkpointKey = (election: string): string => `checkpoint/${election}`;
export const evidenceKey = (election: string): string => `evidence/${election}`;
