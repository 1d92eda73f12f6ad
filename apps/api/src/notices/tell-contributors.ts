import { Injectable, type OnModuleInit } from '@nestjs/common';

import { FATE_TOLD } from '../contributions/index.js';
import { Outbox } from '../platform/events/index.js';
import { MailJobs } from './mails/mail-jobs.js';
import { NoticesRepository } from './notices.repository.js';

/** Whenever something became of a proposal or a round, everybody who took part has a notice of it. */
@Injectable()
export class TellContributors implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notices: NoticesRepository,
    private readonly mails: MailJobs,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(FATE_TOLD, async ({ fateId }, manager) => {
      if ((await this.notices.addFor(fateId, manager)) > 0) await this.mails.soon(manager);
    });
  }
}
