import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { Jobs } from '../../platform/jobs/index.js';
import { ParticipationRepository } from '../passes/participation.repository.js';
import { SendNotices } from '../passes/send-notices.js';
import { DestroyIssuerKeys } from './destroy-issuer-keys.js';
import { DestroySpentRolls } from './destroy-spent-rolls.js';
import { FreezeDueRolls } from './freeze-due-rolls.js';

/** What happens to rolls when nobody looks. */
@Injectable()
export class RollJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly freezeDue: FreezeDueRolls,
    private readonly destroyKeys: DestroyIssuerKeys,
    private readonly destroySpent: DestroySpentRolls,
    private readonly notices: SendNotices,
    private readonly participation: ParticipationRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.everyMinute('roll.keep', () => this.keep());
    await this.jobs.everyMinute('roll.notices', () => this.notices.execute());
  }

  async keep(): Promise<void> {
    await this.freezeDue.execute();
    await this.destroyKeys.execute();
    await this.destroySpent.execute();
    await this.participation.stir();
  }
}
