import { Module } from '@nestjs/common';

import { DecisionsModule } from '../decisions/index.js';
import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { RoundsModule } from '../rounds/index.js';
import { ContributionRecords } from './contribution-records.js';
import { ContributionsController } from './contributions.controller.js';
import { ContributionsRepository } from './contributions.repository.js';
import { FatesRepository } from './fates.repository.js';
import { KeepLedger } from './keep-ledger.js';
import { LedgerRepository } from './ledger.repository.js';
import { RecordSpoken } from './spoken/record-spoken.js';
import { SpokenController } from './spoken/spoken.controller.js';
import { SpokenRepository } from './spoken/spoken.repository.js';
import { YouSaidController } from './you-said.controller.js';
import { YouSaidQueries } from './you-said.queries.js';
import { YouSaidRepository } from './you-said.repository.js';

/** Who gave what to what, and what became of it. */
@Module({
  imports: [DecisionsModule, IdentityModule, PlacesModule, RoundsModule],
  controllers: [ContributionsController, SpokenController, YouSaidController],
  providers: [
    ContributionRecords,
    ContributionsRepository,
    FatesRepository,
    KeepLedger,
    LedgerRepository,
    RecordSpoken,
    SpokenRepository,
    YouSaidQueries,
    YouSaidRepository,
  ],
})
export class ContributionsModule {}
