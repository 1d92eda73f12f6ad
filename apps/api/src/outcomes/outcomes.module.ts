import { Module } from '@nestjs/common';

import { CountsModule } from '../counts/index.js';
import { DecisionsModule } from '../decisions/index.js';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { PlacesModule } from '../places/index.js';
import { RoundsModule } from '../rounds/index.js';
import { VotingModule } from '../voting/index.js';
import { ConfirmOutcome } from './confirm-outcome.js';
import { OutcomeRecords } from './outcome-records.js';
import { OutcomeQueries } from './outcome.queries.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { PressController } from './press/press.controller.js';
import { PressSheets } from './press/press-sheets.js';
import { PrepareOutcome } from './preview/prepare-outcome.js';
import { ProposeOutcome } from './propose-outcome.js';
import { PublishParts } from './publish-parts.js';
import { ShownOutcome } from './shown-outcome.js';
import { WithdrawOutcome } from './withdraw-outcome.js';

/** What came of a round, published as one act by two officers: count, decision, letters, notices, press sheet, data. */
@Module({
  imports: [
    CountsModule,
    DecisionsModule,
    IdentityModule,
    NoticesModule,
    PlacesModule,
    RoundsModule,
    VotingModule,
  ],
  controllers: [OutcomesController, PressController],
  providers: [
    ConfirmOutcome,
    OutcomeQueries,
    OutcomeRecords,
    OutcomesRepository,
    PrepareOutcome,
    PressSheets,
    ProposeOutcome,
    PublishParts,
    ShownOutcome,
    WithdrawOutcome,
  ],
})
export class OutcomesModule {}
