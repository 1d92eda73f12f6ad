import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { NoteVotingClosed, type RoundNow } from '../../rounds/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { OfficersWords } from '../officers-words.js';
import { NotAtThisStage, NoVoteHeld } from '../voting.errors.js';

export const CLOSING = 'close';

/** What closing a vote writes, in one transaction: the word of an officer, and with the second's the end itself. */
@Injectable()
export class EndVote {
  constructor(
    private readonly votes: HeldVotesRepository,
    private readonly words: OfficersWords,
    private readonly noteVotingClosed: NoteVotingClosed,
    private readonly audit: AuditLog,
  ) {}

  /** @returns whether this was the second officer @throws NoVoteHeld | NotAtThisStage */
  async within(
    round: RoundNow,
    { officer, reason }: { readonly officer: string; readonly reason: string },
    manager: EntityManager,
  ): Promise<boolean> {
    const held = await this.votes.locked(round.id, manager);
    if (!held) throw new NoVoteHeld();
    if (held.stage !== 'open') throw new NotAtThisStage(held.stage);

    const first = await this.words.take(round.id, CLOSING, { personId: officer, said: { reason } }, manager);
    if (first) {
      await this.votes.closedBy(round.id, [first.personId, officer], manager);
      await this.votes.goOn(round.id, 'closing', manager);
      await this.noteVotingClosed.execute(round, first.said.reason, manager);
    }
    await this.audit.append(
      {
        what: first ? 'voting.closed' : 'voting.close-asked',
        actorId: officer,
        subject: `round:${round.slug}`,
      },
      manager,
    );
    return first !== undefined;
  }
}
