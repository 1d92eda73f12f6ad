import { base64url, type Bytes, type MerkleTree } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { LogTrees } from './log-trees.js';
import { NotInLog } from './log.errors.js';
import { LogRepository, type StoredCheckpoint } from './log.repository.js';

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  /** base64url, from the leaf up. */
  readonly proof: string[];
  /** The checkpoint the proof is for. */
  readonly note: string;
}

/** Proofs about the published log: nothing here depends on a ballot that still waits. */
@Injectable()
export class LogQueries {
  constructor(
    private readonly trees: LogTrees,
    private readonly log: LogRepository,
  ) {}

  /** @throws NotInLog */
  async newest(election: string): Promise<StoredCheckpoint> {
    const newest = await this.log.newest(election);
    if (!newest) throw new NotInLog();
    return newest;
  }

  checkpoints(election: string): Promise<StoredCheckpoint[]> {
    return this.log.checkpoints(election);
  }

  /** @throws NotInLog for a ballot that waits as for an unknown one */
  async inclusion(election: string, commitment: Uint8Array): Promise<Inclusion> {
    const index = await this.log.indexOf(election, commitment);
    const { size, note } = await this.newest(election);
    if (index === undefined || index >= size) throw new NotInLog();
    const proof = await this.proofFrom(election, (tree) => tree.inclusionProof(index, size));
    return { index, size, proof, note };
  }

  /** @throws NotInLog for sizes that no published log has had */
  async consistency(election: string, from: number, to: number): Promise<string[]> {
    const { size } = await this.newest(election);
    if (from < 1 || from > to || to > size) throw new NotInLog();
    return this.proofFrom(election, (tree) => tree.consistencyProof(from, to));
  }

  private proofFrom(election: string, read: (tree: MerkleTree) => Bytes[]): Promise<string[]> {
    return this.trees.use(election, async ({ catchUp }) => read(await catchUp()).map(base64url));
  }
}
