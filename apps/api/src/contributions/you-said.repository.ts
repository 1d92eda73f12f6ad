import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { UNANSWERED } from './contributions.repository.js';

export interface Tally {
  readonly roundId: string;
  readonly state: string;
  readonly proposals: number;
  readonly supports: number;
  readonly comments: number;
  readonly costPence: number;
}

export interface SaidProject {
  readonly roundId: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly costPence: number | null;
  /** In plain words. */
  readonly reason: string | null;
}

/** Only where it lies in the place, when one is given. */
const PUBLIC_WITHIN = `p.submitted_at IS NOT NULL AND p.shown = 'yes' AND p.state NOT IN ('draft', 'withdrawn', 'merged')
  AND ($1::uuid IS NULL OR p.place_id IN (SELECT place_and_descendants($1)))`;

/** What was asked, said and done, added up from the records. */
@Injectable()
export class YouSaidRepository {
  constructor(private readonly database: DataSource) {}

  /** Public rounds of a place, or with a proposal in it. Newest first. */
  async roundsOf(placeId: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT r.id FROM rounds r
        WHERE r.opened_at IS NOT NULL AND coalesce(r.ideas_opens_at, r.opened_at) <= clock_timestamp()
          AND (r.place_id IN (SELECT place_and_descendants($1)) OR EXISTS (
            SELECT FROM proposals p WHERE p.round_id = r.id AND ${PUBLIC_WITHIN}))
        ORDER BY coalesce(r.decided_at, r.voting_closes_at, r.created_at) DESC LIMIT $2`,
      [placeId, limit],
    );
    return rows.map(({ id }) => id);
  }

  tallies(roundIds: readonly string[], placeId: string | null): Promise<Tally[]> {
    return this.database.query(
      `SELECT p.round_id AS "roundId", p.state, count(*)::int AS proposals, sum(p.supports)::int AS supports,
              sum(p.comments)::int AS comments, coalesce(sum(p.cost_pence), 0)::float8 AS "costPence"
         FROM proposals p WHERE p.round_id = ANY ($2) AND ${PUBLIC_WITHIN} GROUP BY p.round_id, p.state`,
      [placeId, roundIds],
    );
  }

  /** What was done first, then what was not; so many of each round. */
  projects(roundIds: readonly string[], placeId: string | null, each: number): Promise<SaidProject[]> {
    return this.database.query(
      `SELECT * FROM (
         SELECT p.round_id AS "roundId", p.number, p.shown_title AS title, p.state, p.cost_pence::float8 AS "costPence",
                without_hidden(coalesce(f.reason, p.outcome_sentence), p.round_id) AS reason,
                row_number() OVER (PARTITION BY p.round_id ORDER BY
                  array_position(ARRAY['delivered', 'in-delivery', 'stopped', 'funded', 'not-funded',
                                       'not-taken-forward'], p.state), p.votes DESC NULLS LAST, p.number) AS nth
           FROM proposals p
           LEFT JOIN LATERAL (SELECT f.reason FROM fates f WHERE f.proposal_number = p.number
                              ORDER BY f.id DESC LIMIT 1) f ON true
          WHERE p.round_id = ANY ($2) AND ${PUBLIC_WITHIN}
            AND p.state IN ('delivered', 'in-delivery', 'stopped', 'funded', 'not-funded', 'not-taken-forward')
       ) ranked WHERE nth <= $3 ORDER BY "roundId", nth`,
      [placeId, roundIds, each],
    );
  }

  async unanswered(roundIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ roundId: string; n: number }[]>(
      `SELECT c.round_id AS "roundId", count(*)::int AS n FROM contributions c JOIN rounds r ON r.id = c.round_id
         LEFT JOIN proposals p ON p.number = c.proposal_number
        WHERE c.round_id = ANY ($1) AND ${UNANSWERED} GROUP BY c.round_id`,
      [roundIds],
    );
    return new Map(rows.map(({ roundId, n }) => [roundId, n]));
  }
}
