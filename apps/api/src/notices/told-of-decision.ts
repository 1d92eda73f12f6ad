import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { TIES } from './notices.repository.js';

/** How many notices of each kind, never to whom. */
export interface Told {
  readonly authors: number;
  readonly coAuthors: number;
  readonly supporters: number;
  readonly commenters: number;
  readonly followers: number;
  /** Who took part in the vote; nobody knows more of them. */
  readonly voters: number;
  /** People who get one or more of these. */
  readonly people: number;
}

const SUMS = `
  SELECT count(*) FILTER (WHERE because = 'author' AND NOT joined)::int AS authors,
         count(*) FILTER (WHERE because = 'author' AND joined)::int AS "coAuthors",
         count(*) FILTER (WHERE because = 'support')::int AS supporters,
         count(*) FILTER (WHERE because = 'comment')::int AS commenters,
         count(*) FILTER (WHERE because = 'follow')::int AS followers,
         count(*) FILTER (WHERE because = 'vote')::int AS voters,
         count(DISTINCT person_id)::int AS people FROM told`;

/** Who hears of a decision, in numbers alone: before it is published and as it goes out. */
@Injectable()
export class ToldOfDecision {
  constructor(private readonly database: DataSource) {}

  /** What will go out, by the rule `NoticesRepository.addFor` tells by: one notice for each person and project, and one for each voter. */
  async expected(
    roundId: string,
    proposalNumbers: readonly number[],
    manager: EntityManager = this.database.manager,
  ): Promise<Told> {
    const [told] = await manager.query<[Told]>(
      `WITH ties AS (
         SELECT person_id, kind AS because, proposal_number FROM contributions
         WHERE round_id = $1 AND person_id IS NOT NULL AND (kind = 'vote' OR proposal_number = ANY ($2::int[]))
         UNION ALL
         SELECT person_id, 'follow', proposal_number FROM proposal_follows WHERE proposal_number = ANY ($2::int[])
       ), told AS (
         SELECT ties.person_id, (array_agg(ties.because ORDER BY ${TIES}))[1] AS because,
                bool_and(a.author_id IS DISTINCT FROM ties.person_id) AS joined
         FROM ties JOIN people ON people.id = ties.person_id AND people.left_at IS NULL
         LEFT JOIN proposals a ON a.number = ties.proposal_number
         GROUP BY ties.person_id, ties.proposal_number
       ) ${SUMS}`,
      [roundId, proposalNumbers],
    );
    return told;
  }

  /** What has gone out so far. */
  async sent(roundId: string): Promise<Told> {
    const [told] = await this.database.query<[Told]>(
      `WITH told AS (
         SELECT n.person_id, n.because, p.author_id IS DISTINCT FROM n.person_id AS joined
         FROM fates f JOIN notices n ON n.fate_id = f.id LEFT JOIN proposals p ON p.number = f.proposal_number
         WHERE f.round_id = $1 AND f.kind IN ('funded', 'not-funded', 'decided')
       ) ${SUMS}`,
      [roundId],
    );
    return told;
  }
}
