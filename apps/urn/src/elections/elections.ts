import { ballotRules, type BallotRules } from '@commonthread/ballot-protocol';
import { checkChoices } from '@commonthread/paper-rules';
import { Injectable } from '@nestjs/common';

import type { Election } from './election.js';
import { ElectionUnknown } from './elections.errors.js';
import { ElectionsRepository } from './elections.repository.js';

/** Elections by name. What a manifest says never changes, so papers and keys are read once. */
@Injectable()
export class Elections {
  private readonly rules = new Map<string, Promise<BallotRules>>();

  constructor(private readonly elections: ElectionsRepository) {}

  /** @throws ElectionUnknown */
  async byId(id: string): Promise<Election> {
    const election = await this.elections.find(id);
    if (!election) throw new ElectionUnknown();
    return election;
  }

  all(): Promise<Election[]> {
    return this.elections.all();
  }

  /** @throws ElectionUnknown */
  async rulesOf(id: string): Promise<BallotRules> {
    const known = this.rules.get(id);
    if (known) return known;
    const { manifest } = await this.byId(id);
    const rules = ballotRules(manifest, checkChoices);
    this.rules.set(id, rules);
    return rules;
  }
}
