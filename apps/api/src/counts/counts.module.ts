import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { RoundsModule } from '../rounds/index.js';
import { BallotBox } from './ballot-box.js';
import { CountJob } from './count-job.js';
import { CountsController, ResultsController } from './counts.controller.js';
import { CountsQueries } from './counts.queries.js';
import { CountsRepository } from './counts.repository.js';
import { OpenBallotsQueries } from './open-ballots.queries.js';
import { PublishCount } from './publish-count.js';
import { ResultsQueries } from './results.queries.js';
import { RunCount } from './run-count.js';
import { SignCount } from './sign-count.js';
import { CountRecords } from './count-records.js';

@Module({
  imports: [IdentityModule, ProposalsModule, RoundsModule],
  controllers: [CountsController, ResultsController],
  providers: [
    CountRecords,
    BallotBox,
    CountJob,
    CountsQueries,
    CountsRepository,
    OpenBallotsQueries,
    PublishCount,
    ResultsQueries,
    RunCount,
    SignCount,
  ],
  exports: [BallotBox, CountsQueries, CountsRepository, PublishCount],
})
export class CountsModule {}
