import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type HeldAll, ProposalActs } from '../proposal-acts.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { SettleSuggestion } from './settle-suggestion.js';
import { numbersOf, type Suggestion } from './suggestion.js';
import { NotAsked, SuggestionClosed, SuggestionUnknown } from './suggestions.errors.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** An author agrees, or does not; whoever made a suggestion, or an officer, takes it back. */
@Injectable()
export class AnswerSuggestion {
  constructor(
    private readonly acts: ProposalActs,
    private readonly authority: Authority,
    private readonly suggestions: SuggestionsRepository,
    private readonly settle: SettleSuggestion,
    private readonly proposals: ProposalsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws SuggestionUnknown | SuggestionClosed | NotAsked */
  async execute(user: CurrentUser, id: string, agrees: boolean): Promise<void> {
    await this.hold(id, async (suggestion, held) => {
      const asked = await this.suggestions.asked(id, held.manager);
      if (!asked.some(({ personId }) => personId === user.id)) throw new NotAsked();
      await this.suggestions.answer(id, user.id, agrees, held.manager);
      await this.record('proposal.suggestion-answered', user, suggestion, held, { agrees });
      await this.settle.execute(suggestion, held);
    });
  }

  /** @throws SuggestionUnknown | SuggestionClosed | RoleMissing | SecondFactorNeeded */
  async cancel(user: CurrentUser, id: string, reason: string): Promise<void> {
    await this.hold(id, async (suggestion, held) => {
      if (suggestion.suggestedBy !== user.id)
        await this.authority.mustHold(user, 'officer', held.round.placeId);
      await this.suggestions.close(id, 'cancelled', held.manager, { reason });
      const by = suggestion.suggestedBy === user.id ? 'Whoever suggested it' : 'An officer';
      const what =
        suggestion.kind === 'merge'
          ? 'Joining is not suggested any more'
          : 'Splitting is not suggested any more';
      for (const number of numbersOf(suggestion))
        await this.proposals.tell(number, { what, reason, by, actorId: user.id }, held.manager);
      await this.record('proposal.suggestion-cancelled', user, suggestion, held);
    });
  }

  private async hold(
    id: string,
    work: (suggestion: Suggestion, held: HeldAll) => Promise<void>,
  ): Promise<void> {
    const known = await this.suggestions.byId(id);
    if (!known) throw new SuggestionUnknown();
    await this.acts.holdAll(numbersOf(known), async (held) => {
      const suggestion = await this.suggestions.locked(id, held.manager);
      if (suggestion?.state !== 'open') throw new SuggestionClosed();
      await work(suggestion, held);
    });
  }

  private record(
    what: string,
    user: CurrentUser,
    { id, number }: Suggestion,
    { manager }: HeldAll,
    facts: Record<string, boolean> = {},
  ): Promise<void> {
    const subject = `proposal:${number}`;
    return this.audit.append(
      { what, actorId: user.id, subject, facts: { suggestion: id, ...facts } },
      manager,
    );
  }
}
