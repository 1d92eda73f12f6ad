import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Jobs } from '../../platform/jobs/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { SettleSuggestion } from './settle-suggestion.js';
import { numbersOf } from './suggestion.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** Time passes for suggestions too: accounts that are gone, answers that never came, reviews that ended. */
@Injectable()
export class SettleDueSuggestions implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly acts: ProposalActs,
    private readonly suggestions: SuggestionsRepository,
    private readonly settle: SettleSuggestion,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.everyMinute('proposals.settle-suggestions', () => this.execute());
  }

  /** Each in a transaction of its own. */
  async execute(): Promise<void> {
    for (const id of await this.suggestions.openIds()) {
      const known = await this.suggestions.byId(id);
      if (!known) continue;
      await this.acts.holdAll(numbersOf(known), async (held) => {
        const suggestion = await this.suggestions.locked(id, held.manager);
        if (suggestion?.state === 'open') await this.settle.execute(suggestion, held);
      });
    }
  }
}
