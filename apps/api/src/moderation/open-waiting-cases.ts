import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox } from '../platform/events/index.js';
import { POST_WAITS, Posts } from '../proposals/index.js';
import { CasesRepository } from './cases.repository.js';

/** What a young member wrote is put before a moderator. */
@Injectable()
export class OpenWaitingCases implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly posts: Posts,
    private readonly cases: CasesRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(POST_WAITS, async (ref, manager) => {
      const post = await this.posts.find(ref, manager);
      if (post?.shown === 'waiting' && post.words !== null) {
        await this.cases.openFor(post, 'new-post', manager);
      }
    });
  }
}
