import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Rounds } from '../rounds/index.js';
import { type ImportedProject, PaperRepository } from './paper.repository.js';

/** Takes in the projects of an election that was held elsewhere, in the order of its paper. */
@Injectable()
export class RegisterImportedProposals {
  constructor(
    private readonly rounds: Rounds,
    private readonly paper: PaperRepository,
  ) {}

  /** Within the caller's transaction. @returns the proposal number of each ballot id @throws RoundUnknown */
  async execute(
    roundId: string,
    projects: readonly ImportedProject[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, number>> {
    const round = await this.rounds.locked(roundId, manager);
    return this.paper.addImported(round, projects, manager);
  }
}
