import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { OfficersWords } from '../officers-words.js';
import { NotAtThisStage, NoVoteHeld } from '../voting.errors.js';
import { VotingRounds } from '../voting-rounds.js';
import { GOING_ON } from './going-on.js';
import { PaperIsIn } from './paper-is-in.js';

export const FINISHING = 'finish';

/**
 * Two officers say that all paper is in: the log gets its last entry and the ballots go to the count. It runs by
 * itself; once both have said so, either may try again what did not work.
 */
@Injectable()
export class FinishVote {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly words: OfficersWords,
    private readonly paper: PaperIsIn,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RoundUnknown | RoleMissing | SecondFactorNeeded | NoVoteHeld | NotAtThisStage | what PaperIsIn refuses */
  async execute(user: CurrentUser, slug: string): Promise<void> {
    const { id } = await this.rounds.forOfficer(user, slug);
    if (!(await this.votes.of(id))) throw new NoVoteHeld();
    await this.paper.check(id);
    const goesOn = await this.database.transaction(async (manager) => {
      const both = await this.sayWithin(id, user.id, manager);
      await this.audit.append(
        {
          what: both ? 'voting.finishing' : 'voting.finish-asked',
          actorId: user.id,
          subject: `round:${slug}`,
        },
        manager,
      );
      return both;
    });
    if (goesOn) await this.jobs.start(GOING_ON, { roundId: id });
  }

  /** @returns whether two have said so, now or before */
  private async sayWithin(id: string, personId: string, manager: EntityManager): Promise<boolean> {
    const held = await this.votes.locked(id, manager);
    if (!held) throw new NoVoteHeld();
    if (held.stage !== 'closed' && held.stage !== 'finishing') throw new NotAtThisStage(held.stage);
    if (held.stage === 'closed') {
      const first = await this.words.take(id, FINISHING, { personId, said: {} }, manager);
      if (!first) return false;
    }
    await this.votes.goOn(id, 'finishing', manager);
    return true;
  }
}
