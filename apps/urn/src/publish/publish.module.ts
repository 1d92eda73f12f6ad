import { Module } from '@nestjs/common';

import { ElectionsModule } from '../elections/index.js';
import { LogModule } from '../log/index.js';
import { PaperModule } from '../paper/index.js';
import { CloseVoting } from './close-voting.js';
import { CountResult } from './count-result.js';
import { ElectionsQueries } from './elections.queries.js';
import { ExportQueries } from './export.queries.js';
import { FinishElection } from './finish-election.js';
import { PublishRepository } from './publish.repository.js';
import { Timekeeper } from './timekeeper.js';

const offered = [CloseVoting, ElectionsQueries, ExportQueries, FinishElection, Timekeeper];

@Module({
  imports: [ElectionsModule, LogModule, PaperModule],
  providers: [...offered, CountResult, PublishRepository],
  exports: offered,
})
export class PublishModule {}
