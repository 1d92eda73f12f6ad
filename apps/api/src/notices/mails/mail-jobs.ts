import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type JobKind, Jobs } from '../../platform/jobs/index.js';
import { SendMails } from './send-mails.js';

const SOON: JobKind<object> = { name: 'notices.mails' };
/** A little more than notices wait for each other. */
const SOON_S = 14;

/** When mails are sent: soon after there is something to tell, and once a minute for whoever is due by then. */
@Injectable()
export class MailJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly sendMails: SendMails,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(SOON, () => this.sendMails.execute());
    await this.jobs.everyMinute('notices.mails-due', () => this.sendMails.execute());
  }

  /** Stands or falls with the transaction that has something to tell. */
  async soon(manager: EntityManager): Promise<void> {
    await this.jobs.startWith(manager, SOON, {}, SOON_S);
  }
}
