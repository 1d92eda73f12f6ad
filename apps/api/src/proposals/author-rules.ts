import { Injectable } from '@nestjs/common';

import { PersonFacts } from '../identity/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import { ProposalFieldInvalid } from './proposals.errors.js';

const NEWCOMER: Allowance = { name: 'newcomer-post', points: 10, seconds: 24 * 3600 };
/** An address, with or without its scheme: `https://x.example`, `www.x.example`, `x.co.uk/y`. */
const LINK =
  /\b(?:https?:\/\/|www\.)\S|\b[a-z0-9-]{2,}\.(?:com|net|org|info|io|ru|cn|xyz|shop|top|uk|co|biz|online|site)\b/i;

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
  async check(personId: string, words: Readonly<Record<string, string>>): Promise<{ waits: boolean }> {
    const { young, newcomer } = await this.facts.standingOf(personId);
    if (newcomer) {
      const field = Object.keys(words).find((name) => LINK.test(words[name] ?? ''));
      if (field) {
        const message =
          'New accounts cannot post links in their first three days. Take the link out, or come back later.';
        throw new ProposalFieldInvalid('proposal.link-by-newcomer', field, message);
      }
      await this.limits.take(NEWCOMER, personId);
    }
    return { waits: young };
  }
}
