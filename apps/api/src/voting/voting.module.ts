import { Module } from '@nestjs/common';

import { CountsModule } from '../counts/index.js';
import { IdentityModule } from '../identity/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { RollModule } from '../roll/index.js';
import { RoundsModule } from '../rounds/index.js';
import { ExportController } from './export/export.controller.js';
import { ExportFiles } from './export/export-files.js';
import { HeldVotesRepository } from './held-votes.repository.js';
import { OfficersWords } from './officers-words.js';
import { KeySheets, SettleSheets, WithdrawSheet } from './paper/key-sheets.js';
import { CountBox, SealBatch } from './paper/paper-acts.js';
import { PaperBatchesController } from './paper-batches.controller.js';
import { PaperBatchesQueries } from './paper/paper-batches.queries.js';
import { PaperSampleController } from './paper-sample.controller.js';
import { PrintSheets } from './paper/print-sheets.js';
import { PrintedSheetsController } from './printed-sheets.controller.js';
import { PrintedSheetsRepository } from './paper/printed-sheets.repository.js';
import { AnnouncedSamplesRepository } from './sample/announced-samples.repository.js';
import { AnnounceSample, CheckSample, DrawSample } from './sample/sample-acts.js';
import { SampleQueries } from './sample/sample.queries.js';
import { CloseVote } from './stages/close-vote.js';
import { EndVote } from './stages/end-vote.js';
import { FinishVote } from './stages/finish-vote.js';
import { GoOnWithVote } from './stages/go-on-with-vote.js';
import { GuardVote } from './stages/guard-vote.js';
import { OpenBallotBox } from './stages/open-ballot-box.js';
import { PaperIsIn } from './stages/paper-is-in.js';
import { StoreBallots } from './stages/store-ballots.js';
import { TryAgain } from './stages/try-again.js';
import { VoteSteps } from './stages/vote-steps.js';
import { VotingJobs } from './stages/voting-jobs.js';
import { WatchPasses } from './stages/watch-passes.js';
import { NoteStep } from './steps/note-step.js';
import { StepsQueries } from './steps/steps.queries.js';
import { StepsRepository } from './steps/steps.repository.js';
import { UrnClient } from './urn/urn-client.js';
import { Votes } from './vote-facts.js';
import { VotingController } from './voting.controller.js';
import { VotingStepsController } from './voting-steps.controller.js';
import { VotingQueries } from './voting.queries.js';
import { VotingRounds } from './voting-rounds.js';
import { VotingRecords } from './voting-records.js';

const stages = [
  CloseVote,
  EndVote,
  FinishVote,
  GoOnWithVote,
  GuardVote,
  OpenBallotBox,
  PaperIsIn,
  StoreBallots,
  TryAgain,
  VoteSteps,
  VotingJobs,
  WatchPasses,
];
const steps = [NoteStep, StepsQueries, StepsRepository];
const paper = [
  ...[CountBox, KeySheets, PaperBatchesQueries, SealBatch, SettleSheets, WithdrawSheet],
  ...[PrintedSheetsRepository, PrintSheets],
  ...[AnnouncedSamplesRepository, AnnounceSample, CheckSample, DrawSample, SampleQueries],
];
const keeping = [
  VotingRecords,
  ExportFiles,
  HeldVotesRepository,
  OfficersWords,
  UrnClient,
  VotingQueries,
  VotingRounds,
  Votes,
];

/** What brings roll, ballot box and count together: opening, closing and publishing a vote. */
@Module({
  imports: [CountsModule, IdentityModule, ProposalsModule, RollModule, RoundsModule],
  controllers: [
    ExportController,
    PaperBatchesController,
    PaperSampleController,
    PrintedSheetsController,
    VotingController,
    VotingStepsController,
  ],
  providers: [...stages, ...paper, ...steps, ...keeping],
  exports: [Votes],
})
export class VotingModule {}
