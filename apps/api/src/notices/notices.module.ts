import { Module } from '@nestjs/common';

import { ContributionsModule } from '../contributions/index.js';
import { IdentityModule } from '../identity/index.js';
import { NoticeRecords } from './notice-records.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { TellContributors } from './tell-contributors.js';

/** Tells people what became of what they gave: on screen, by mail, once. */
@Module({
  imports: [ContributionsModule, IdentityModule],
  controllers: [NoticesController],
  providers: [NoticeRecords, NoticesRepository, TellContributors],
})
export class NoticesModule {}
