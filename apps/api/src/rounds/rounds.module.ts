import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { CancelRound } from './cancel-round.js';
import { CreateRound } from './create-round.js';
import { EditRound } from './edit-round.js';
import { FreezeDuePapers } from './freeze-due-papers.js';
import { FreezePaper } from './freeze-paper.js';
import { MarkDecided, NoteBallotsStored, NoteCountPublished, NoteVotingClosed } from './later-facts.js';
import { OpenRound } from './open-round.js';
import { OverrideRoundPhase } from './override-phase.js';
import { PaperProjectsSource } from './paper-projects.js';
import { RegisterFinishedRound } from './register-finished-round.js';
import { RoundActs } from './round-acts.js';
import { RoundActsController } from './round-acts.controller.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsQueries } from './rounds.queries.js';
import { RoundsRepository } from './rounds.repository.js';
import { Rounds } from './rounds.js';
import { RoundRecords } from './round-records.js';
import { VoteGuardSource } from './vote-guard.js';

const forOtherFeatures = [
  MarkDecided,
  NoteBallotsStored,
  NoteCountPublished,
  NoteVotingClosed,
  PaperProjectsSource,
  RegisterFinishedRound,
  Rounds,
  VoteGuardSource,
];

@Module({
  imports: [IdentityModule, PlacesModule],
  controllers: [RoundsController, RoundActsController],
  providers: [
    RoundRecords,
    ...forOtherFeatures,
    CancelRound,
    CreateRound,
    EditRound,
    FreezeDuePapers,
    FreezePaper,
    OpenRound,
    OverrideRoundPhase,
    RoundActs,
    RoundsQueries,
    RoundsRepository,
  ],
  exports: forOtherFeatures,
})
export class RoundsModule {}
