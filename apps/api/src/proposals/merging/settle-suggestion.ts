import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { Outbox } from '../../platform/events/index.js';
import type { HeldAll } from '../proposal-acts.js';
import { REVIEWABLE } from '../proposal-states.js';
import { PROPOSAL_MERGED, PROPOSAL_SPLIT } from '../proposals.events.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { isInReview } from '../round-takes.js';
import { JoiningRepository } from './joining.repository.js';
import { type Merge, numbersOf, type Split, standOf, type Suggestion } from './suggestion.js';
import { SuggestionsRepository } from './suggestions.repository.js';

const SPLIT = 'Split into several proposals, as its authors agreed';

/** Carries a suggestion out once all authors agree, and ends it when it cannot come to that any more. */
@Injectable()
export class SettleSuggestion {
  constructor(
    private readonly suggestions: SuggestionsRepository,
    private readonly joining: JoiningRepository,
    private readonly proposals: ProposalsRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** Within the caller's transaction, on an open suggestion whose proposals are held. */
  async execute(suggestion: Suggestion, held: HeldAll): Promise<void> {
    const { round, manager } = held;
    const stand = standOf(await this.suggestions.asked(suggestion.id, manager), suggestion.at, round.now);
    if (stand === 'declined') return this.end(suggestion, 'declined', 'An author did not agree.', manager);
    const hindrance = hindranceOf(suggestion, held);
    if (hindrance) return this.end(suggestion, 'lapsed', hindrance, manager);
    if (stand === 'waiting') return;
    if (suggestion.kind === 'merge') await this.merge(suggestion, held);
    else await this.split(suggestion, manager);
  }

  /** Without asking anybody further: for what all are known to want. */
  async merge(suggestion: Suggestion & Merge, { proposals, manager }: HeldAll): Promise<void> {
    const { id, number, into } = suggestion;
    const gone = proposals.get(number);
    const stays = proposals.get(into);
    if (!gone || !stays) throw new Error(`proposals ${number} and ${into} are not held`);

    const versionAfter = await this.joining.unite(id, suggestion, manager);
    const { title, summary, body } = stays;
    const before = { state: gone.state, text: { title, summary, body }, versionAfter };
    await this.suggestions.close(id, 'done', manager, { before });
    await this.tell(number, `Joined into proposal ${into}`, suggestion, manager);
    await this.tell(into, `Proposal ${number} was joined into this one`, suggestion, manager);
    await this.outbox.append(PROPOSAL_MERGED, { number, into }, manager);
    await this.record('proposal.merged', number, { into, suggestion: id }, manager);
  }

  private async split(suggestion: Suggestion & Split, manager: EntityManager): Promise<void> {
    const { id, number, parts } = suggestion;
    const others = await this.joining.split(number, parts, manager);
    await this.suggestions.close(id, 'done', manager);
    const list = others.join(', ');
    await this.tell(number, `${SPLIT}: this one, and number ${list}`, suggestion, manager);
    for (const other of others) await this.tell(other, `Split from proposal ${number}`, suggestion, manager);
    await this.outbox.append(PROPOSAL_SPLIT, { number, parts: others }, manager);
    await this.record('proposal.split', number, { parts: list, suggestion: id }, manager);
  }

  private async end(
    suggestion: Suggestion,
    state: 'declined' | 'lapsed',
    reason: string,
    manager: EntityManager,
  ): Promise<void> {
    await this.suggestions.close(suggestion.id, state, manager, { reason });
    const what = suggestion.kind === 'merge' ? 'Not joined with the other' : 'Not split';
    for (const number of numbersOf(suggestion))
      await this.proposals.tell(number, { what, reason, by: 'The platform', actorId: null }, manager);
    await this.record(
      'proposal.suggestion-ended',
      suggestion.number,
      { state, suggestion: suggestion.id },
      manager,
    );
  }

  private tell(number: number, what: string, { reason }: Suggestion, manager: EntityManager): Promise<void> {
    return this.proposals.tell(number, { what, reason, by: 'Its authors', actorId: null }, manager);
  }

  private record(
    what: string,
    number: number,
    facts: Record<string, string | number>,
    manager: EntityManager,
  ): Promise<void> {
    return this.audit.append({ what, actorId: null, subject: `proposal:${number}`, facts }, manager);
  }
}

/** Why it cannot be carried out, now or ever. */
function hindranceOf(suggestion: Suggestion, { proposals, round }: HeldAll): string | undefined {
  if (!isInReview(round)) return 'The review of the round is over.';
  if (suggestion.answerBy <= round.now) return 'Not every author answered in time.';
  const fits = numbersOf(suggestion).every((number) => {
    const proposal = proposals.get(number);
    return proposal?.shown === 'yes' && REVIEWABLE.has(proposal.state);
  });
  return fits ? undefined : 'One of them went another way in the meantime.';
}
