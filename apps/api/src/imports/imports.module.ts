import { Module } from '@nestjs/common';

import { CountsModule } from '../counts/index.js';
import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { RoundsModule } from '../rounds/index.js';
import { ImportJob } from './import-job.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsRepository } from './imports.repository.js';
import { StartImport } from './start-import.js';
import { ImportRecords } from './import-records.js';

@Module({
  imports: [CountsModule, IdentityModule, PlacesModule, ProposalsModule, RoundsModule],
  controllers: [ImportsController],
  providers: [ImportRecords, ImportJob, ImportsQueries, ImportsRepository, StartImport],
})
export class ImportsModule {}
