import { Injectable } from '@nestjs/common';

import { holdsLink, PersonFacts } from '../identity/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import { ProposalFieldInvalid } from './proposals.errors.js';

const NEWCOMER: Allowance = { name: 'newcomer-post', points: 10, seconds: 24 * 3600 };

type Words = Readonly<Record<string, string>>;

/** What is asked of an author beyond the words: more of a new account, and other eyes first for a young member's. */
@Injectable()
export class AuthorRules {
  constructor(
    private readonly facts: PersonFacts,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @param words by field
   * @returns whether a moderator reads it before others do
   * @throws ProposalFieldInvalid for a link by an account that is a few days old
   * @throws TooManyTries for a new account that posts without end
   */
  async check(personId: string, words: Words): Promise<{ waits: boolean }> {
    const { young, newcomer } = await this.facts.standingOf(personId);
    if (newcomer) {
      mustHoldNoLink(words);
      await this.limits.take(NEWCOMER, personId);
    }
    return { waits: young };
  }

  /** The same of words that were posted and are being changed: saved as they are typed, they count as no new post. */
  async checkChange(personId: string, words: Words): Promise<{ waits: boolean }> {
    const { young, newcomer } = await this.facts.standingOf(personId);
    if (newcomer) mustHoldNoLink(words);
    return { waits: young };
  }
}

function mustHoldNoLink(words: Words): void {
  const field = Object.keys(words).find((name) => holdsLink(words[name] ?? ''));
  if (!field) return;
  const message =
    'New accounts cannot post links in their first three days. Take the link out, or come back later.';
  throw new ProposalFieldInvalid('proposal.link-by-newcomer', field, message);
}
