import { createHash, type Hash } from 'node:crypto';

import { canonicalJson, type Json } from '@commonthread/kernel';
import type { Ballot } from '@commonthread/voting';

import type { Paper } from './messages.js';

/** Says in the bundle what was hashed, so that anybody can do it again. */
export const INPUTS_HASH =
  'SHA-256 over lines ended by LF, each in the canonical JSON of RFC 8785: first the paper {budgetMinor, minorPerUnit, projects, voteType}, then one line for each ballot {choices, points} in stored order.';

/** Hash of what a count is given: the paper, then each ballot. */
export class InputsHash {
  private readonly hash: Hash = createHash('sha256');

  constructor(paper: Paper) {
    this.add(paper);
  }

  ballot({ choices, points }: Ballot): void {
    this.add({ choices, points });
  }

  hex(): string {
    return this.hash.digest('hex');
  }

  private add(value: object): void {
    this.hash.update(`${canonicalJson(value as Json)}\n`);
  }
}
