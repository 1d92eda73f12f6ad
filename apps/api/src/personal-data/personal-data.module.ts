import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { DownloadMyData } from './download-my-data.js';
import { Leave } from './leave.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataQueries } from './personal-data.queries.js';
import { RetentionQueries } from './retention.queries.js';

/** What a person may do with everything the other features hold of them. */
@Module({
  imports: [IdentityModule],
  controllers: [AuditController, PersonalDataController],
  providers: [AuditQueries, DownloadMyData, Leave, PersonalDataQueries, RetentionQueries],
})
export class PersonalDataModule {}
