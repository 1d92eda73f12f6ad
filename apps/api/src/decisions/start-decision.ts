import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Count, CountsRepository } from '../counts/index.js';
import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { BallotProjects } from '../proposals/index.js';
import { Rounds } from '../rounds/index.js';
import { type DecisionItem, numberWords } from './decision.js';
import { CountNotReady } from './decisions.errors.js';
import { DecisionsRepository } from './decisions.repository.js';

/** Drafts a decision from a count: what won, what did not, and the count's own words for why. */
@Injectable()
export class StartDecision {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly counts: CountsRepository,
    private readonly projects: BallotProjects,
    private readonly decisions: DecisionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns `D-1` @throws CountNotFound | RoleMissing | SecondFactorNeeded | CountNotReady | DecisionExists */
  async execute(user: CurrentUser, countId: string): Promise<string> {
    const count = await this.counts.byId(countId);
    const round = await this.rounds.byId(count.roundId);
    await this.authority.mustHold(user, 'officer', round.placeId);
    if (count.state !== 'signed-off' && count.state !== 'published') throw new CountNotReady();
    const items = await this.itemsOf(count);

    return this.database.transaction(async (manager) => {
      const number = await this.decisions.add(
        {
          title: `Decision on ${round.title}`,
          summary: '',
          reasons: '',
          fairness: '',
          whatNext: '',
          body: 'Budget round',
          placeId: round.placeId,
          roundId: round.id,
          countId,
          startedBy: user.id,
          items,
        },
        manager,
      );
      const words = numberWords(number);
      await this.audit.append(
        {
          what: 'decision.started',
          actorId: user.id,
          subject: `decision:${words}`,
          facts: { round: round.slug, count: countId },
        },
        manager,
      );
      return words;
    });
  }

  private async itemsOf({ id, roundId }: Count): Promise<DecisionItem[]> {
    const paper = new Map(
      (await this.projects.ofRound(roundId)).map((project) => [project.ballotId, project]),
    );
    return (await this.counts.projectsOf(id)).flatMap(({ ballotId, votes, funded, sentences }) => {
      const project = paper.get(ballotId);
      if (!project) return [];
      const { proposalNumber, title, costPence } = project;
      return [{ proposalNumber, title, costPence, votes, chosen: funded, reason: sentences.join(' ') }];
    });
  }
}
