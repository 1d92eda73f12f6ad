import { Module } from '@nestjs/common';

import { ContributionRecords } from './contribution-records.js';
import { FatesRepository } from './fates.repository.js';
import { KeepLedger } from './keep-ledger.js';
import { LedgerRepository } from './ledger.repository.js';

/** Who gave what to what, and what became of it. */
@Module({
  providers: [ContributionRecords, FatesRepository, KeepLedger, LedgerRepository],
})
export class ContributionsModule {}
