import { randomUUID } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { type Config, CONFIG } from '../platform/config/index.js';
import { seal } from '../platform/sealing/index.js';
import { Posts, type PostRef } from '../proposals/index.js';
import { CasesRepository } from './cases.repository.js';
import { AlreadyReported, PostUnknown } from './moderation.errors.js';
import { ReportsRepository } from './reports.repository.js';
import type { Rule } from './rules.js';
import type { Work } from './work/challenges.js';
import { ReportDoor } from './work/report-door.js';
import { newTicket, reporterDigest, ticketHash } from './tickets.js';

export interface SentReport extends PostRef {
  readonly rule: Rule;
  readonly words?: string | undefined;
  /** Where the answer goes; kept sealed and deleted with the answer. */
  readonly contact?: string | undefined;
  /** In place of a CAPTCHA. */
  readonly work?: Work | undefined;
}

/** Anybody reports a proposal or a comment, signed in or not. However many report, a person decides. */
@Injectable()
export class SendReport {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
    private readonly door: ReportDoor,
    private readonly posts: Posts,
    private readonly cases: CasesRepository,
    private readonly reports: ReportsRepository,
  ) {}

  /**
   * @param source digest of the connection, for its allowance alone
   * @returns the ticket number, which is stored nowhere
   * @throws PostUnknown | AlreadyReported | TooManyTries | WorkNotDone | WorkExpired | WorkUsed
   */
  async execute(user: CurrentUser | undefined, report: SentReport, source: string): Promise<string> {
    const { proposalNumber, commentId, rule, words, contact, work } = report;
    await this.door.pass(user, source, work);
    const post = await this.posts.find({ proposalNumber, commentId });
    if (!post?.handedIn || post.words === null || post.shown === 'waiting') throw new PostUnknown();

    const ticket = newTicket();
    await this.database.transaction(async (manager) => {
      const { id: caseId } = await this.cases.openFor(post, 'reports', manager);
      const id = randomUUID();
      const isNew = await this.reports.add(
        {
          id,
          caseId,
          ticketHash: ticketHash(ticket),
          rule,
          words: words || null,
          contactSealed: contact ? seal(Buffer.from(contact), id, this.config.secretKey) : null,
          reporterDigest: user ? reporterDigest(caseId, user.id, this.config.secretKey) : null,
        },
        manager,
      );
      if (!isNew) throw new AlreadyReported();
    });
    return ticket;
  }
}
