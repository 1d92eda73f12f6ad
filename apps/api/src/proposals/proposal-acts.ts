import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { Rounds, type RoundNow } from '../rounds/index.js';
import { AuthorsRepository } from './authors/authors.repository.js';
import type { Proposal } from './proposal.js';
import { ProposalNotYours, ProposalUnknown } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';

/** A proposal and its round, both held until the transaction ends. */
export interface Held {
  readonly proposal: Proposal;
  readonly round: RoundNow;
  readonly manager: EntityManager;
}

/** Several proposals of one round, all held until the transaction ends. */
export interface HeldAll {
  readonly proposals: ReadonlyMap<number, Proposal>;
  readonly round: RoundNow;
  readonly manager: EntityManager;
}

/**
 * Finds and locks what an act on a proposal needs. The round is always locked before the proposal, as
 * freezing its paper does, so that neither waits for the other in a circle.
 */
@Injectable()
export class ProposalActs {
  constructor(
    private readonly database: DataSource,
    private readonly proposals: ProposalsRepository,
    private readonly rounds: Rounds,
    private readonly authors: AuthorsRepository,
  ) {}

  /** @throws ProposalUnknown, also for somebody else's draft and what a moderator has not read yet */
  async readable(number: number, user: CurrentUser | undefined): Promise<Proposal> {
    const proposal = await this.proposals.byNumber(number);
    if (!proposal) throw new ProposalUnknown();
    const draft = proposal.state === 'draft' || (proposal.state === 'withdrawn' && !proposal.submittedAt);
    const onlyAuthors = draft || proposal.shown === 'waiting';
    if (onlyAuthors && !(await this.isAuthor(proposal, user))) throw new ProposalUnknown();
    return proposal;
  }

  /** @throws ProposalUnknown | ProposalNotYours */
  async ofAuthor(number: number, user: CurrentUser): Promise<Proposal> {
    const proposal = await this.readable(number, user);
    if (!(await this.isAuthor(proposal, user))) throw new ProposalNotYours();
    return proposal;
  }

  /** Whether somebody began it or joined its authors. */
  async isAuthor({ number, authorId }: Proposal, user: CurrentUser | undefined): Promise<boolean> {
    if (!user) return false;
    return authorId === user.id || this.authors.isAuthor(number, user.id);
  }

  /** Runs `work` on the locked proposal. The paper is frozen first when it is due. @throws ProposalUnknown */
  async hold(number: number, work: (held: Held) => Promise<void>): Promise<void> {
    const known = await this.proposals.byNumber(number);
    if (!known) throw new ProposalUnknown();
    await this.rounds.byId(known.roundId);
    await this.database.transaction(async (manager) => {
      const round = await this.rounds.locked(known.roundId, manager);
      const proposal = await this.proposals.locked(number, manager);
      if (!proposal) throw new ProposalUnknown();
      await work({ proposal, round, manager });
    });
  }

  /** Runs `work` on several locked proposals. @param numbers of one round, rising @throws ProposalUnknown */
  async holdAll<Result>(
    numbers: readonly number[],
    work: (held: HeldAll) => Promise<Result>,
  ): Promise<Result> {
    const known = await this.proposals.byNumber(numbers[0] ?? 0);
    if (!known) throw new ProposalUnknown();
    await this.rounds.byId(known.roundId);
    return this.database.transaction(async (manager) => {
      const round = await this.rounds.locked(known.roundId, manager);
      const proposals = new Map<number, Proposal>();
      for (const number of numbers) {
        const proposal = await this.proposals.locked(number, manager);
        if (!proposal) throw new ProposalUnknown();
        proposals.set(number, proposal);
      }
      return work({ proposals, round, manager });
    });
  }

  /** Id of the place whose officers run the round of a proposal. */
  async placeOfRound({ roundId }: Proposal): Promise<string> {
    return (await this.rounds.byId(roundId)).placeId;
  }

  /** Runs `work` with the proposal alone locked: its round may be busy. @throws ProposalUnknown */
  holdAlone<Result>(
    number: number,
    work: (proposal: Proposal, manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return this.database.transaction(async (manager) => {
      const proposal = await this.proposals.locked(number, manager);
      if (!proposal) throw new ProposalUnknown();
      return work(proposal, manager);
    });
  }
}
