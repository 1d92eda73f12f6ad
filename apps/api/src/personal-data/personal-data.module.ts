import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { DownloadMyData } from './download-my-data.js';
import { Leave } from './leave.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataQueries } from './personal-data.queries.js';

/** What a person may do with everything the other features hold of them. */
@Module({
  imports: [IdentityModule],
  controllers: [PersonalDataController],
  providers: [DownloadMyData, Leave, PersonalDataQueries],
})
export class PersonalDataModule {}
