import { Module } from '@nestjs/common';

import { ContributionsModule } from '../contributions/index.js';
import { IdentityModule } from '../identity/index.js';
import { MailJobs } from './mails/mail-jobs.js';
import { NoticeMailsRepository } from './mails/notice-mails.repository.js';
import { SendMails } from './mails/send-mails.js';
import { NoticeRecords } from './notice-records.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsRepository } from './settings/settings.repository.js';
import { TellContributors } from './tell-contributors.js';
import { ToldOfDecision } from './told-of-decision.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

/** Tells people what became of what they gave: on screen, by mail, once. */
@Module({
  imports: [ContributionsModule, IdentityModule],
  controllers: [NoticesController, SettingsController, UnsubscribeController],
  providers: [
    MailJobs,
    NoticeMailsRepository,
    NoticeRecords,
    NoticesRepository,
    SendMails,
    SettingsRepository,
    TellContributors,
    ToldOfDecision,
    UnsubscribeLinks,
  ],
  exports: [ToldOfDecision],
})
export class NoticesModule {}
