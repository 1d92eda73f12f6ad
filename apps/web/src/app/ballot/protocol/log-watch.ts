import { inject, Injectable } from '@angular/core';
import {
  fromBase64url,
  leafHash,
  LogEvidenceInvalid,
  openCheckpoint,
  requireConsistent,
  verifyInclusion,
  type Checkpoint,
  type Manifest,
} from '@commonthread/ballot-protocol';
import { DEVICE_STORE } from '../device/device-store.js';
import { checkpointKey, evidenceKey } from '../device/kept-vote.js';
import { Urn } from './urn.js';

/** Where the log holds a ballot, proved here. */
export interface FoundInLog {
  readonly index: number;
  readonly size: number;
}

/** This device's own eye on the log: it remembers the last signed state and asks for proof that the next one continues it. */
@Injectable({ providedIn: 'root' })
export class LogWatch {
  private readonly urn = inject(Urn);
  private readonly store = inject(DEVICE_STORE);

  /** @returns the newest signed state, or null before the first. @throws LogEvidenceInvalid | SplitView | UrnRefused */
  async look(manifest: Manifest): Promise<Checkpoint | null> {
    const note = await this.urn.checkpoint(manifest.election);
    return note === null ? null : this.follow(manifest, note);
  }

  /**
   * Asks where a ballot stands and checks the answer against the signed state of the log.
   *
   * @param commitment base64url
   * @returns null while the log does not hold it
   * @throws LogEvidenceInvalid | SplitView | UrnRefused
   */
  async find(manifest: Manifest, commitment: string): Promise<FoundInLog | null> {
    const found = await this.urn.inclusion(manifest.election, commitment);
    if (!found) return null;
    const { size, root } = await this.follow(manifest, found.note);
    const leaf = leafHash(fromBase64url(commitment, 32, 'commitment'));
    const proof = found.proof.map((hash) => fromBase64url(hash, 32, 'proof'));
    const holds = found.size === size && verifyInclusion({ leaf, index: found.index, size, root, proof });
    if (!holds) throw await this.kept(manifest, { found }, new LogEvidenceInvalid('inclusion'));
    return { index: found.index, size };
  }

  private async follow(manifest: Manifest, note: string): Promise<Checkpoint> {
    const { election, log } = manifest;
    const key = fromBase64url(log.key, 32);
    const older = await this.store.get<string>(checkpointKey(election));
    const newer = await openCheckpoint(note, log.origin, key);
    if (older !== undefined && older !== note) {
      try {
        await this.requireContinued(election, await openCheckpoint(older, log.origin, key), newer);
      } catch (cause) {
        throw await this.kept(manifest, { older, newer: note }, cause);
      }
    }
    await this.store.put(checkpointKey(election), note);
    return newer;
  }

  private async requireContinued(election: string, older: Checkpoint, newer: Checkpoint): Promise<void> {
    const grown = older.size < newer.size;
    const proof = grown ? await this.urn.consistency(election, older.size, newer.size) : [];
    requireConsistent(
      older,
      newer,
      proof.map((hash) => fromBase64url(hash, 32, 'proof')),
    );
  }

  private async kept({ election }: Manifest, evidence: unknown, cause: unknown): Promise<unknown> {
    if (cause instanceof LogEvidenceInvalid) await this.store.put(evidenceKey(election), evidence);
    return cause;
  }
}
