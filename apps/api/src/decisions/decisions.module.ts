import { Module } from '@nestjs/common';

import { CountsModule } from '../counts/index.js';
import { IdentityModule } from '../identity/index.js';
import { IndicatorsModule } from '../indicators/index.js';
import { PlacesModule } from '../places/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { RoundsModule } from '../rounds/index.js';
import { AimsController } from './aims.controller.js';
import { AimsQueries } from './aims.queries.js';
import { AimsRepository } from './aims.repository.js';
import { ChangeAims } from './change-aims.js';
import { CorrectDecision } from './correct-decision.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsRepository } from './decisions.repository.js';
import { LettersController } from './letters/letters.controller.js';
import { LettersQueries } from './letters/letters.queries.js';
import { LettersRepository } from './letters/letters.repository.js';
import { PlanAim } from './plan-aim.js';
import { PublishedDecisions } from './published-decisions.js';
import { PublishDecision } from './publish-decision.js';
import { RoundDecisions } from './round-decisions.js';
import { StartDecision } from './start-decision.js';
import { WriteDecision } from './write-decision.js';
import { DecisionRecords } from './decision-records.js';

@Module({
  imports: [CountsModule, IdentityModule, IndicatorsModule, PlacesModule, ProposalsModule, RoundsModule],
  controllers: [DecisionsController, AimsController, LettersController],
  providers: [
    DecisionRecords,
    AimsQueries,
    AimsRepository,
    ChangeAims,
    CorrectDecision,
    DecisionsQueries,
    DecisionsRepository,
    LettersQueries,
    LettersRepository,
    PlanAim,
    PublishDecision,
    PublishedDecisions,
    RoundDecisions,
    StartDecision,
    WriteDecision,
  ],
  exports: [PublishDecision, PublishedDecisions, RoundDecisions],
})
export class DecisionsModule {}
