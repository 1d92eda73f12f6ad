import { MerkleTree, sha256, utf8 } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Elections } from '../elections/index.js';
import { LogRepository } from './log.repository.js';

/**
 * The tree of each election in memory, grown from the rows that were added since it was last looked at. One use at a
 * time for each election; a use that fails throws the tree away, so that what was rolled back is forgotten.
 */
@Injectable()
export class LogTrees {
  private readonly trees = new Map<string, MerkleTree>();
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly elections: Elections,
    private readonly log: LogRepository,
  ) {}

  /** Runs `work` alone, with a tree that knows every committed leaf when `work` has called `catchUp`. */
  use<T>(election: string, work: (tree: TreeInUse) => Promise<T>): Promise<T> {
    const before = this.queues.get(election) ?? Promise.resolve();
    const turn = before.then(async () => {
      try {
        return await work({ catchUp: (manager) => this.caughtUp(election, manager) });
      } catch (fault) {
        this.trees.delete(election);
        throw fault;
      }
    });
    this.queues.set(
      election,
      turn.catch(() => {}),
    );
    return turn;
  }

  private async caughtUp(election: string, manager?: EntityManager): Promise<MerkleTree> {
    let tree = this.trees.get(election);
    if (!tree) {
      tree = new MerkleTree();
      tree.append((await this.elections.byId(election)).manifestSha256);
      this.trees.set(election, tree);
    }
    for (const { idx, commitment } of await this.log.leavesFrom(election, tree.size, manager)) {
      if (idx !== tree.size) break;
      tree.append(commitment);
    }
    const closing = await this.log.closing(election, manager);
    if (closing?.idx === tree.size) tree.append(sha256(utf8(closing.record)));
    return tree;
  }
}

export interface TreeInUse {
  /** Reads the leaves committed so far, or those the given transaction sees. */
  catchUp(manager?: EntityManager): Promise<MerkleTree>;
}
