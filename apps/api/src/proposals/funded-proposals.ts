import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { canMove, type ProposalState } from './proposal-states.js';
import { ProposalCannotMove, ProposalUnknown } from './proposals.errors.js';
import { minor } from './proposals.rows.js';
import { ProposalsRepository, type Telling } from './proposals.repository.js';

/** States of a proposal that a decision gave money to. */
export const FUNDED_STATES = ['funded', 'in-delivery', 'delivered', 'stopped'] as const;
export type FundedState = (typeof FUNDED_STATES)[number];

/** What whoever delivers a proposal needs to know of it. */
export interface FundedProposal {
  readonly number: number;
  /** As everybody may read it. */
  readonly title: string;
  readonly state: FundedState;
  readonly roundId: string;
  readonly placeId: string;
  readonly costPence: number;
  readonly currency: string;
}

export interface FundedFilter {
  readonly roundId?: string | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly states?: readonly FundedState[] | undefined;
}

const SELECT = `SELECT number, p.shown_title AS title, state, round_id AS "roundId", place_id AS "placeId", cost_pence AS "costPence",
  currency FROM proposals p WHERE outcome_funded AND state = ANY ($1)`;

/** Proposals that were funded, for the part of the platform that sees them built. */
@Injectable()
export class FundedProposals {
  constructor(
    private readonly database: DataSource,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @throws ProposalUnknown also for one that was not funded */
  async byNumber(number: number): Promise<FundedProposal> {
    const [found] = await this.rows(`${SELECT} AND number = $2`, [FUNDED_STATES, number]);
    if (!found) throw new ProposalUnknown();
    return found;
  }

  /** Newest decisions first, 1,000 at most. */
  list({ roundId, placeIds, states }: FundedFilter): Promise<FundedProposal[]> {
    return this.rows(
      `${SELECT} AND ($2::uuid IS NULL OR round_id = $2) AND ($3::uuid[] IS NULL OR place_id = ANY ($3))
       ORDER BY number DESC LIMIT 1000`,
      [states ?? FUNDED_STATES, roundId ?? null, placeIds ?? null],
    );
  }

  /** Within the caller's transaction. @throws ProposalUnknown | ProposalCannotMove */
  async move(number: number, to: FundedState, told: Telling, manager: EntityManager): Promise<void> {
    const proposal = await this.proposals.locked(number, manager);
    if (!proposal) throw new ProposalUnknown();
    if (!canMove('delivery', proposal.state, to)) throw new ProposalCannotMove(proposal.state, to);
    await this.proposals.move(number, to satisfies ProposalState, manager);
    await this.proposals.tell(number, told, manager);
  }

  private async rows(query: string, values: unknown[]): Promise<FundedProposal[]> {
    const rows = await this.database.query<(FundedProposal & { costPence: string | null })[]>(query, values);
    return rows.map((row) => ({ ...row, costPence: minor(row.costPence) ?? 0 }));
  }
}
