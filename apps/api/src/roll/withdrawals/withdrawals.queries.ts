import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { ElectorIntake } from '../electors/elector-intake.js';
import { explainLikeness } from '../matching/explain-likeness.js';
import { RollRounds } from '../roll-rounds.js';
import { type KeptUpload, UploadsRepository } from '../uploads/uploads.repository.js';
import { type Withdrawal, WithdrawalsRepository } from './withdrawals.repository.js';

/** A request, and in what the entry agrees with the person it is about. */
export interface WithdrawalToCheck extends Withdrawal {
  readonly why: readonly string[];
}

@Injectable()
export class WithdrawalsQueries {
  constructor(
    private readonly rounds: RollRounds,
    private readonly intake: ElectorIntake,
    private readonly uploadsKept: UploadsRepository,
    private readonly withdrawals: WithdrawalsRepository,
  ) {}

  /** Newest first. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async uploads(user: CurrentUser, slug: string): Promise<KeptUpload[]> {
    const { id } = await this.rounds.for(user, ['officer', 'auditor'], slug);
    return this.uploadsKept.list(id);
  }

  /** Those that wait first. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async list(user: CurrentUser, slug: string): Promise<WithdrawalToCheck[]> {
    const { id: election } = await this.rounds.for(user, ['officer', 'auditor'], slug);
    return Promise.all(
      (await this.withdrawals.list(election)).map(async (one) => ({
        ...one,
        why: one.person ? await this.why(election, one.person) : [],
      })),
    );
  }

  private async why(
    election: string,
    { elector, details }: NonNullable<Withdrawal['person']>,
  ): Promise<string[]> {
    const likely = await this.intake.likely(election, this.intake.keysOf(details, election));
    const found = likely.find((one) => one.elector === elector);
    return found ? explainLikeness(found.likenesses) : [];
  }
}
