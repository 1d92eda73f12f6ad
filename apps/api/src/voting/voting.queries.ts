import { DomainError } from '@commonthread/kernel';
import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { Roll } from '../roll/index.js';
import type { RoundNow } from '../rounds/index.js';
import type { HeldVote } from './held-vote.js';
import { HeldVotesRepository } from './held-votes.repository.js';
import { OfficersWords, type Word } from './officers-words.js';
import { CLOSING } from './stages/end-vote.js';
import { FINISHING } from './stages/finish-vote.js';
import { moreBallotsThanPasses } from './stages/passes-alarm.js';
import type { UrnElection } from './urn/urn-answers.js';
import { UrnClient } from './urn/urn-client.js';
import { VotingRounds } from './voting-rounds.js';

/** What officers and auditors see beside the public page. */
export interface VotingOffice {
  /** `null` when the ballot box does not answer. */
  readonly urn: UrnElection | null;
  readonly electors: number;
  readonly online: number;
  readonly reissued: number;
  readonly paper: number;
  /** Whether there are more ballots than passes, now or once before. */
  readonly alarm: boolean;
  /** An officer who asked to close and waits for another. */
  readonly closeAsked: Word<{ reason: string }> | undefined;
  /** One who said that all paper is in, and waits for another. */
  readonly finishAsked: Word<object> | undefined;
}

export interface VotingNow {
  readonly round: RoundNow;
  readonly held: HeldVote | undefined;
  readonly office: VotingOffice | null;
}

@Injectable()
export class VotingQueries {
  constructor(
    private readonly rounds: VotingRounds,
    private readonly votes: HeldVotesRepository,
    private readonly words: OfficersWords,
    private readonly roll: Roll,
    private readonly urn: UrnClient,
  ) {}

  /** @throws RoundUnknown */
  async now(user: CurrentUser | undefined, slug: string): Promise<VotingNow> {
    const round = await this.rounds.public(slug);
    const held = await this.votes.of(round.id);
    const insider = held !== undefined && (await this.rounds.isInsider(user, round));
    return { round, held, office: insider ? await this.office(held) : null };
  }

  private async office({ roundId, stage, alarmAt }: HeldVote): Promise<VotingOffice> {
    const urn = stage === 'opening' ? null : await this.urn.election(roundId).catch(unlessRefused);
    const [summary, [closeAsked], [finishAsked]] = await Promise.all([
      this.roll.summary(roundId),
      this.words.waiting<{ reason: string }>(roundId, CLOSING),
      this.words.waiting<object>(roundId, FINISHING),
    ]);
    const sum = (key: 'electors' | 'online' | 'paper' | 'reissued'): number =>
      summary.styles.reduce((total, style) => total + style[key], 0);
    return {
      urn,
      electors: sum('electors'),
      online: sum('online'),
      reissued: sum('reissued'),
      paper: sum('paper'),
      alarm: alarmAt !== null || (urn !== null && moreBallotsThanPasses(summary, urn)),
      closeAsked,
      finishAsked,
    };
  }
}

function unlessRefused(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}
