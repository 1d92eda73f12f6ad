import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Outbox } from '../../platform/events/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { AuthorRules } from '../author-rules.js';
import { type HeldAll, ProposalActs } from '../proposal-acts.js';
import { REVIEWABLE } from '../proposal-states.js';
import { RoundPastReview } from '../proposals.errors.js';
import { CONSENT_ASKED } from '../proposals.events.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { isInReview } from '../round-takes.js';
import { SettleSuggestion } from './settle-suggestion.js';
import { type Asked, numbersOf, type Suggested } from './suggestion.js';
import { AskAnOfficer, NotJoinable, OtherRound, SuggestionOpen, WithItself } from './suggestions.errors.js';
import { SuggestionsRepository } from './suggestions.repository.js';

const SUGGESTING: Allowance = { name: 'proposal-suggestion', points: 30, seconds: 3600 };

/**
 * An author or an officer suggests that two proposals become one, or one becomes several. Whoever suggests it as an
 * author agrees by that. An officer needs nobody's consent where one and the same person wrote both.
 */
@Injectable()
export class SuggestChange {
  constructor(
    private readonly acts: ProposalActs,
    private readonly authority: Authority,
    private readonly limits: RateLimits,
    private readonly rules: AuthorRules,
    private readonly suggestions: SuggestionsRepository,
    private readonly settle: SettleSuggestion,
    private readonly proposals: ProposalsRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the id of the suggestion
   * @throws ProposalUnknown | WithItself | OtherRound | RoleMissing | SecondFactorNeeded | RoundPastReview
   * @throws AskAnOfficer | ProposalFieldInvalid | NotJoinable | SuggestionOpen | TooManyTries
   */
  async execute(user: CurrentUser, suggested: Suggested): Promise<string> {
    const numbers = numbersOf(suggested);
    if (new Set(numbers).size < numbers.length) throw new WithItself();
    const role = await this.roleOf(user, numbers);
    await this.limits.take(SUGGESTING, user.id);
    // What young members write in public is read by a moderator first, and a suggestion is public at once.
    if (role === 'author' && (await this.rules.check(user.id, wordsOf(suggested))).waits)
      throw new AskAnOfficer();

    return this.acts.holdAll(numbers, async (held) => {
      const { round, manager } = held;
      if (!isInReview(round)) throw new RoundPastReview(round.state);
      for (const { number, state, shown } of held.proposals.values())
        if (!REVIEWABLE.has(state) || shown !== 'yes') throw new NotJoinable(number, state);
      if (await this.suggestions.anyOpen(numbers, manager)) throw new SuggestionOpen();

      const by = { role, personId: user.id };
      const review = round.phases.find(({ kind, closesAt }) => kind === 'review' && closesAt > round.now);
      const suggestion = await this.suggestions.add(suggested, by, review?.closesAt ?? null, manager);
      if (role === 'author') await this.suggestions.answer(suggestion.id, user.id, true, manager);
      await this.tell(user, role, suggested, held);
      await this.audit.append(
        {
          what: 'proposal.change-suggested',
          actorId: user.id,
          subject: `proposal:${suggested.number}`,
          facts: { kind: suggested.kind, role, suggestion: suggestion.id },
        },
        manager,
      );
      const asked = await this.suggestions.asked(suggestion.id, manager);
      if (suggestion.kind === 'merge' && role === 'officer' && samePerson(asked)) {
        await this.settle.merge(suggestion, held);
        return suggestion.id;
      }
      await this.outbox.append(CONSENT_ASKED, { suggestion: suggestion.id, numbers }, manager);
      await this.settle.execute(suggestion, held);
      return suggestion.id;
    });
  }

  private async roleOf(user: CurrentUser, numbers: readonly number[]): Promise<'author' | 'officer'> {
    const proposals = await Promise.all(numbers.map((number) => this.acts.readable(number, user)));
    const [first] = proposals;
    if (!first || proposals.some(({ roundId }) => roundId !== first.roundId)) throw new OtherRound();
    for (const proposal of proposals) if (await this.acts.isAuthor(proposal, user)) return 'author';
    await this.authority.mustHold(user, 'officer', await this.acts.placeOfRound(first));
    return 'officer';
  }

  private async tell(
    user: CurrentUser,
    role: 'author' | 'officer',
    suggested: Suggested,
    { manager }: HeldAll,
  ): Promise<void> {
    const by = role === 'officer' ? 'An officer' : 'An author';
    const { reason } = suggested;
    for (const number of numbersOf(suggested)) {
      const other =
        suggested.kind === 'merge' && (number === suggested.into ? suggested.number : suggested.into);
      const what = other ? `Joining it with proposal ${other} was suggested` : 'Splitting it was suggested';
      await this.proposals.tell(number, { what, reason, by, actorId: user.id }, manager);
    }
  }
}

/** What of it everybody would read, by field. */
function wordsOf(suggested: Suggested): Record<string, string> {
  const texts = suggested.kind === 'merge' ? [suggested.text] : suggested.parts;
  const text = texts.flatMap((one) => (one ? [one.title, one.summary, one.body] : [])).join('\n');
  return { reason: suggested.reason, text };
}

/** Whether one living person wrote all of it. */
function samePerson(asked: readonly Asked[]): boolean {
  return asked.length === 1 && asked.every(({ gone }) => !gone);
}
