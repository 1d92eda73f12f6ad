import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { Rounds, type RoundNow } from '../rounds/index.js';
import { asReadBy } from './as-read-by.js';
import { ProposalActs } from './proposal-acts.js';
import { canMove, type ProposalState } from './proposal-states.js';
import type { Proposal } from './proposal.js';
import {
  ProposalCannotMove,
  ProposalFieldInvalid,
  ProposalUnknown,
  RoundPastReview,
} from './proposals.errors.js';
import { ProposalsRepository, type Telling } from './proposals.repository.js';

/** Where a review can bring a proposal. */
export type Reviewed = Extract<
  ProposalState,
  'in-review' | 'changes-asked' | 'accepted' | 'not-taken-forward'
>;

/** A proposal with its round, as the review needs them. */
export interface UnderReview {
  readonly proposal: Proposal;
  readonly round: RoundNow;
}

/** What the review of a proposal, a feature above this one, may do to it. Whoever asks decides who may. */
@Injectable()
export class ProposalsUnderReview {
  constructor(
    private readonly database: DataSource,
    private readonly proposals: ProposalsRepository,
    private readonly rounds: Rounds,
    private readonly acts: ProposalActs,
  ) {}

  /**
   * As the reader may see it; without one, as everybody may.
   *
   * @throws ProposalUnknown, also for what was never submitted, and what no moderator has read yet
   */
  async known(number: number, reader?: CurrentUser): Promise<UnderReview> {
    const proposal = await this.acts.readable(number, reader);
    if (!proposal.submittedAt) throw new ProposalUnknown();
    return { proposal: asReadBy(reader, proposal), round: await this.rounds.byId(proposal.roundId) };
  }

  /**
   * Runs `work` with the proposals and their rounds locked, all in one transaction. Rounds come before proposals and
   * both in order, so that two such acts never wait for each other in a circle.
   *
   * @throws ProposalUnknown when one of them is not there: then nothing is done
   */
  async hold<Result>(
    numbers: readonly number[],
    work: (held: readonly UnderReview[], manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const known = await Promise.all(
      [...new Set(numbers)].sort((a, b) => a - b).map((one) => this.known(one)),
    );
    const roundIds = [...new Set(known.map(({ round }) => round.id))].sort();
    return this.database.transaction(async (manager) => {
      const rounds = new Map<string, RoundNow>();
      for (const id of roundIds) rounds.set(id, await this.rounds.locked(id, manager));
      const held: UnderReview[] = [];
      for (const { proposal } of known) {
        const locked = await this.proposals.locked(proposal.number, manager);
        const round = rounds.get(proposal.roundId);
        if (!locked || !round) throw new ProposalUnknown();
        held.push({ proposal: locked, round });
      }
      return work(held, manager);
    });
  }

  /** One of them, within a transaction that has begun already. @throws ProposalUnknown */
  async lock(number: number, manager: EntityManager): Promise<UnderReview> {
    const { roundId } = (await this.proposals.byNumber(number)) ?? {};
    if (roundId === undefined) throw new ProposalUnknown();
    const round = await this.rounds.locked(roundId, manager);
    const proposal = await this.proposals.locked(number, manager);
    if (!proposal) throw new ProposalUnknown();
    return { proposal, round };
  }

  /**
   * @param costPence needed to accept it
   * @throws ProposalCannotMove | RoundPastReview | ProposalFieldInvalid
   */
  async move(
    { proposal, round }: UnderReview,
    to: Reviewed,
    told: Telling,
    manager: EntityManager,
    costPence?: number,
  ): Promise<void> {
    if (!canMove('officer', proposal.state, to)) throw new ProposalCannotMove(proposal.state, to);
    mustBeOpenFor(round, to);
    if (to === 'accepted') mustBeAffordable(costPence, round);
    await this.proposals.move(proposal.number, to, manager, to === 'accepted' ? costPence : undefined);
    await this.tell(proposal.number, told, manager);
  }

  /** Adds to the public history what moved nothing. */
  tell(number: number, told: Telling, manager: EntityManager): Promise<void> {
    return this.proposals.tell(number, told, manager);
  }
}

/** Whether something can still come of a proposal: once the paper is settled nothing can be put on it. */
export function isOpenForReview({ state }: RoundNow): boolean {
  return state === 'ideas' || state === 'review';
}

/** Once the paper is settled a proposal that is left over can only be answered with a no. */
function mustBeOpenFor(round: RoundNow, to: Reviewed): void {
  if (!isOpenForReview(round) && to !== 'not-taken-forward') throw new RoundPastReview(round.state);
}

function mustBeAffordable(costPence: number | undefined, round: RoundNow): void {
  if (costPence === undefined) {
    throw new ProposalFieldInvalid('proposal.cost-missing', 'costPence', 'Enter what it will cost.');
  }
  if (costPence > round.budgetPence) {
    const message = 'It costs more than the whole budget of the round and could never be funded.';
    throw new ProposalFieldInvalid('proposal.cost-over-budget', 'costPence', message);
  }
}
