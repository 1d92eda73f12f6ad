import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Posts } from '../proposals/index.js';
import { mayAppeal } from './case.js';
import { CaseActs } from './case-acts.js';
import { CasesRepository } from './cases.repository.js';
import { NoAppeal, NoChangeAsked } from './moderation.errors.js';

/** The author says, once, why a decision against their post was wrong. */
@Injectable()
export class AppealCase {
  constructor(
    private readonly acts: CaseActs,
    private readonly cases: CasesRepository,
  ) {}

  /** @throws CaseUnknown | NoAppeal */
  async execute(user: CurrentUser, number: number, words: string): Promise<void> {
    await this.acts.asAuthor(user, number, async (one, manager) => {
      if (!mayAppeal(one)) throw new NoAppeal();
      await this.cases.appeal(one.id, words, manager);
    });
  }
}

/** The author sends other words where a change was asked for; a moderator reads them before they are public. */
@Injectable()
export class SendChange {
  constructor(
    private readonly acts: CaseActs,
    private readonly cases: CasesRepository,
    private readonly posts: Posts,
  ) {}

  /** @throws CaseUnknown | NoChangeAsked */
  async execute(user: CurrentUser, number: number, words: string): Promise<void> {
    await this.acts.asAuthor(user, number, async (one, manager) => {
      const post = await this.posts.find(one, manager);
      if (one.state !== 'decided' || one.act !== 'ask-change' || !post || post.words === null) {
        throw new NoChangeAsked();
      }
      await this.posts.rewrite(one, words, manager);
      await this.cases.close(one.id, manager);
      await this.cases.openFor(post, 'new-post', manager);
    });
  }
}
