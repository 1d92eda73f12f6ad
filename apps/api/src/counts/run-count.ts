import { Injectable } from '@nestjs/common';
import { checkRuleSpec } from '@commonthread/voting';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Rounds } from '../rounds/index.js';
import { BallotBox } from './ballot-box.js';
import { COUNTING } from './count-job.js';
import { NoBallots } from './counts.errors.js';
import { CountsRepository } from './counts.repository.js';

export interface RunCountInput {
  readonly user: CurrentUser;
  readonly roundSlug: string;
  /** As posted; the round's own rule when left out. */
  readonly rule?: unknown;
}

/** Starts a count. It runs by itself and can be left and come back to. */
@Injectable()
export class RunCount {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly ballots: BallotBox,
    private readonly counts: CountsRepository,
    private readonly audit: AuditLog,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @returns id of the queued count
   * @throws RoleMissing | SecondFactorNeeded | RuleSpecInvalid | NoBallots | AlreadyCounting
   */
  async execute({ user, roundSlug, rule }: RunCountInput): Promise<string> {
    const round = await this.rounds.bySlug(roundSlug);
    await this.authority.mustHold(user, 'officer', round.placeId);
    const spec = checkRuleSpec(rule ?? round.rule);
    if ((await this.ballots.size(round.id)) === 0) throw new NoBallots();

    const countId = await this.database.transaction(async (manager) => {
      const id = await this.counts.queue(round.id, spec, user.id, manager);
      await this.audit.append(
        {
          what: 'count.started',
          actorId: user.id,
          subject: `count:${id}`,
          facts: { round: roundSlug, rule: spec.rule },
        },
        manager,
      );
      return id;
    });
    await this.jobs.start(COUNTING, { countId });
    return countId;
  }
}
