import { Module } from '@nestjs/common';

import { ElectionsModule } from '../elections/index.js';
import { BatchBallots } from './batch-ballots.js';
import { CheckpointFiles } from './checkpoint-files.js';
import { LogKey } from './log-key.js';
import { LogTrees } from './log-trees.js';
import { LogWriter } from './log-writer.js';
import { LogQueries } from './log.queries.js';
import { LogRepository } from './log.repository.js';
import { OpenElection } from './open-election.js';
import { WaitingBallotsRepository } from './waiting-ballots.repository.js';

const offered = [
  BatchBallots,
  LogKey,
  LogQueries,
  LogRepository,
  LogWriter,
  OpenElection,
  WaitingBallotsRepository,
];

@Module({
  imports: [ElectionsModule],
  providers: [...offered, CheckpointFiles, LogTrees],
  exports: offered,
})
export class LogModule {}
