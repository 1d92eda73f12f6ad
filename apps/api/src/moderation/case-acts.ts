import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import type { ModerationCase } from './case.js';
import { CasesRepository } from './cases.repository.js';
import { CaseUnknown, OwnPost } from './moderation.errors.js';

/** Finds and locks the case an act is about. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly cases: CasesRepository,
  ) {}

  /** @throws CaseUnknown | RoleMissing | SecondFactorNeeded | OwnPost */
  async asModerator(
    user: CurrentUser,
    number: number,
    work: (one: ModerationCase, manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const known = await this.cases.byNumber(number);
    if (!known) throw new CaseUnknown();
    await this.authority.mustHold(user, 'moderator', known.placeId);
    if (known.authorId === user.id) throw new OwnPost();
    await this.hold(number, work);
  }

  /** @throws CaseUnknown, also for somebody else's */
  async asAuthor(
    user: CurrentUser,
    number: number,
    work: (one: ModerationCase, manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const known = await this.cases.byNumber(number);
    if (!known || known.authorId !== user.id || known.act === null) throw new CaseUnknown();
    await this.hold(number, work);
  }

  private hold(
    number: number,
    work: (one: ModerationCase, manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (manager) => {
      const one = await this.cases.locked(number, manager);
      if (!one) throw new CaseUnknown();
      await work(one, manager);
    });
  }
}
