import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { NotAtThisStage, NoVoteHeld, PaperNotSealed } from '../voting.errors.js';
import { VotingRounds } from '../voting-rounds.js';
import { GOING_ON } from './going-on.js';

/**
 * An officer says that all paper is in: the log gets its last entry and the ballots go to the count. It runs by
 * itself; said again, it tries again what did not work.
 */
@Injectable()
export class FinishVote {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly urn: UrnClient,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NoVoteHeld | NotAtThisStage | PaperNotSealed | UrnUnreachable */
  async execute(user: CurrentUser, slug: string): Promise<void> {
    const { id } = await this.rounds.forOfficer(user, slug);
    if (!(await this.votes.of(id))) throw new NoVoteHeld();
    if ((await this.urn.batches(id)).some(({ sealedBy }) => !sealedBy)) throw new PaperNotSealed();
    await this.database.transaction(async (manager) => {
      const held = await this.votes.locked(id, manager);
      if (!held) throw new NoVoteHeld();
      if (held.stage !== 'closed' && held.stage !== 'finishing') throw new NotAtThisStage(held.stage);
      await this.votes.goOn(id, 'finishing', manager);
      await this.audit.append(
        { what: 'voting.finish-asked', actorId: user.id, subject: `round:${slug}` },
        manager,
      );
    });
    await this.jobs.start(GOING_ON, { roundId: id });
  }
}
