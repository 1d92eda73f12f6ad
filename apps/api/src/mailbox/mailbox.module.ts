import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { DemoOnly } from './demo-only.guard.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxQueries } from './mailbox.queries.js';
import { UndeliveredController } from './undelivered.controller.js';

/** What takes the place of a mail server and an authenticator app in the demo; and mails that did not get away. */
@Module({
  imports: [IdentityModule],
  controllers: [MailboxController, UndeliveredController],
  providers: [DemoOnly, MailboxQueries],
})
export class MailboxModule {}
