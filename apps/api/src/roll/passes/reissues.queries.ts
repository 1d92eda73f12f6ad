import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { RollRounds } from '../roll-rounds.js';
import { type Reissue, ReissuesRepository } from './reissues.repository.js';

@Injectable()
export class ReissuesQueries {
  constructor(
    private readonly rounds: RollRounds,
    private readonly reissues: ReissuesRepository,
  ) {}

  /** Newest first. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async list(user: CurrentUser, slug: string): Promise<Reissue[]> {
    const { id } = await this.rounds.for(user, ['officer', 'auditor'], slug);
    return this.reissues.list(id);
  }
}
