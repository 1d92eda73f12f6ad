import { sameBytes, signCheckpoint, type MerkleTree } from '@commonthread/ballot-protocol';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Election, Elections, ElectionUnknown } from '../elections/index.js';
import { CheckpointFiles, type Logged } from './checkpoint-files.js';
import { LogKey } from './log-key.js';
import { LogTrees } from './log-trees.js';
import { LogInIncident } from './log.errors.js';
import { LogRepository, type StoredCheckpoint } from './log.repository.js';

/** Puts entries into the log from index `size` on, within the transaction. @returns them in log order */
export type AddEntries = (manager: EntityManager, size: number) => Promise<readonly Uint8Array[]>;

/** Adds to a log and signs its new state. The only place that signs checkpoints. */
@Injectable()
export class LogWriter {
  private readonly log = new Logger('log');
  private readonly incidents = new Set<string>();

  constructor(
    private readonly elections: Elections,
    private readonly trees: LogTrees,
    private readonly repository: LogRepository,
    private readonly files: CheckpointFiles,
    private readonly key: LogKey,
  ) {}

  /** Whether the rows no longer continue the published log, so that nothing is signed. */
  isInIncident(election: string): boolean {
    return this.incidents.has(election);
  }

  /**
   * One transaction under the election's lock: entries, root, signed checkpoint. Publishes only what is committed.
   *
   * @returns the new checkpoint, or null when there was nothing to add
   * @throws LogInIncident | ElectionUnknown | what `add` throws
   */
  async extend(id: string, add: AddEntries): Promise<StoredCheckpoint | null> {
    const election = await this.elections.byId(id);
    const signed = await this.trees.use(id, ({ catchUp }) =>
      this.repository.transaction(async (manager) => {
        await this.repository.lock(id, manager);
        const tree = await catchUp(manager);
        await this.requireContinues(election, tree);
        const entries = await add(manager, tree.size);
        for (const entry of entries) tree.append(entry);
        return entries.length === 0 ? null : this.sign(election, tree, manager);
      }),
    );
    if (signed) {
      await this.files.keep(election, signed.size, signed.note);
      await this.repository.forgetOldOrder();
    }
    return signed;
  }

  /** The first checkpoint of a new election, in the transaction that opens it. @throws LogInIncident */
  async begin(election: Election, tree: MerkleTree, manager: EntityManager): Promise<StoredCheckpoint> {
    tree.append(election.manifestSha256);
    await this.requireContinues(election, tree);
    return this.sign(election, tree, manager);
  }

  /** Of a checkpoint whose transaction is committed. */
  publish(election: Logged, { size, note }: StoredCheckpoint): Promise<void> {
    return this.files.keep(election, size, note);
  }

  /** At start: every log must continue what was published; a checkpoint that was not written out yet is. */
  async takeStock(): Promise<void> {
    for (const election of await this.elections.all()) {
      const { id } = election;
      const newest = await this.repository.newest(id);
      await this.trees
        .use(id, async ({ catchUp }) => {
          const tree = await catchUp();
          await this.requireContinues(election, tree);
          if (!newest || newest.size !== tree.size || !sameBytes(tree.root(), newest.root)) this.refuse(id);
          await this.files.keep(election, newest.size, newest.note);
        })
        .catch((fault: unknown) => {
          if (!(fault instanceof LogInIncident || fault instanceof ElectionUnknown)) throw fault;
        });
    }
  }

  private async sign(election: Logged, tree: MerkleTree, manager: EntityManager): Promise<StoredCheckpoint> {
    const state = { origin: election.manifest.log.origin, size: tree.size, root: tree.root() };
    const note = await signCheckpoint(state, await this.key.signer());
    const checkpoint = { size: state.size, root: Buffer.from(state.root), note };
    await this.repository.addCheckpoint(election.id, checkpoint, manager);
    return checkpoint;
  }

  private async requireContinues(election: Logged, tree: MerkleTree): Promise<void> {
    const published = await this.files.newest(election).catch((fault: unknown) => {
      this.incidents.add(election.id);
      throw fault;
    });
    if (!published) return;
    if (published.size > tree.size || !sameBytes(tree.root(published.size), published.root))
      this.refuse(election.id);
  }

  private refuse(election: string): never {
    if (!this.incidents.has(election)) {
      this.log.error(
        `INCIDENT ${election}: the database does not continue the published log; nothing is signed`,
      );
    }
    this.incidents.add(election);
    throw new LogInIncident();
  }
}
