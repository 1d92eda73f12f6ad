import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { ProposalActs } from '../proposal-acts.js';
import { RoundPastReview } from '../proposals.errors.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { isInReview } from '../round-takes.js';
import { JoiningRepository } from './joining.repository.js';
import { numbersOf } from './suggestion.js';
import { NotUndoable, SuggestionUnknown } from './suggestions.errors.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** An officer takes a merge back, with a reason, until the review is over. What people did since then stays. */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly acts: ProposalActs,
    private readonly authority: Authority,
    private readonly suggestions: SuggestionsRepository,
    private readonly joining: JoiningRepository,
    private readonly proposals: ProposalsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws SuggestionUnknown | RoleMissing | SecondFactorNeeded | NotUndoable | RoundPastReview */
  async execute(user: CurrentUser, id: string, reason: string): Promise<void> {
    const known = await this.suggestions.byId(id);
    if (!known) throw new SuggestionUnknown();
    const first = await this.acts.readable(known.number, user);
    await this.authority.mustHold(user, 'officer', await this.acts.placeOfRound(first));

    await this.acts.holdAll(numbersOf(known), async ({ round, proposals, manager }) => {
      const merge = await this.suggestions.locked(id, manager);
      if (merge?.kind !== 'merge' || merge.state !== 'done') throw new NotUndoable();
      // A merge further on, or another of the one that went in, has to be undone first.
      if (proposals.get(merge.number)?.mergedInto !== merge.into) throw new NotUndoable();
      if (proposals.get(merge.into)?.mergedInto !== null) throw new NotUndoable();
      if (!isInReview(round)) throw new RoundPastReview(round.state);
      const before = await this.suggestions.before(id, manager);
      if (!before) throw new Error(`suggestion ${id} does not say what was before`);

      const { number, into } = merge;
      await this.joining.part(merge, before, manager);
      await this.suggestions.close(id, 'undone', manager, { reason });
      const told = { reason, by: 'An officer', actorId: user.id };
      await this.proposals.tell(
        number,
        { what: `Joining into proposal ${into} was undone`, ...told },
        manager,
      );
      await this.proposals.tell(
        into,
        { what: `Joining with proposal ${number} was undone`, ...told },
        manager,
      );
      await this.audit.append(
        { what: 'proposal.merge-undone', actorId: user.id, subject: `proposal:${number}`, facts: { into } },
        manager,
      );
    });
  }
}
