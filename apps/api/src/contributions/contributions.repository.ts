import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ContributionKind, SpokenKind, Subject } from './fate.js';

export interface Contribution extends Subject {
  readonly kind: ContributionKind;
  readonly since: Date;
  readonly proposalNumber: number | null;
  readonly proposalTitle: string | null;
  readonly roundSlug: string;
  readonly roundTitle: string;
  readonly decisionNumber: string | null;
}

export interface OpenRow {
  readonly slug: string;
  readonly title: string;
  readonly kind: ContributionKind | SpokenKind;
  readonly since: Date;
  readonly ageDays: number;
  readonly overdue: boolean;
  readonly n: number;
}

/** Whether nothing has become of a contribution yet; the same as `answered` in `fate.ts`, for many at once. */
export const UNANSWERED = `r.cancelled_at IS NULL AND CASE WHEN c.proposal_number IS NULL THEN r.decided_at IS NULL
  ELSE p.state IN ('draft', 'submitted', 'in-review', 'changes-asked', 'accepted', 'on-ballot') END`;
/** Days after the vote by which everybody should have an answer. */
export const ANSWER_DAYS = 30;

/** Reads the ledger. */
@Injectable()
export class ContributionsRepository {
  constructor(private readonly database: DataSource) {}

  /** Newest first. */
  ofPerson(personId: string, limit: number): Promise<Contribution[]> {
    return this.database.query(
      `SELECT c.kind, c.since, p.number AS "proposalNumber", p.shown_title AS "proposalTitle",
              r.slug AS "roundSlug", r.title AS "roundTitle", r.decision_number AS "decisionNumber",
              p.state AS "proposalState", p.merged_into AS "mergedInto", r.decided_at IS NOT NULL AS "roundDecided",
              r.cancelled_reason AS "cancelledReason", without_hidden(f.reason, c.round_id) AS reason
         FROM contributions c JOIN rounds r ON r.id = c.round_id
         LEFT JOIN proposals p ON p.number = c.proposal_number
         LEFT JOIN LATERAL (SELECT f.reason FROM fates f WHERE f.round_id = c.round_id
                              AND f.proposal_number IS NOT DISTINCT FROM c.proposal_number
                            ORDER BY f.id DESC LIMIT 1) f ON true
        WHERE c.person_id = $1 ORDER BY c.since DESC, c.proposal_number DESC LIMIT $2`,
      [personId, limit],
    );
  }

  /** Contributions without an answer by round, kind and day. */
  open(): Promise<OpenRow[]> {
    return this.database.query(
      `SELECT r.slug, r.title, c.kind, date_trunc('day', c.since) AS since,
              floor(extract(epoch FROM clock_timestamp() - date_trunc('day', c.since)) / 86400)::int AS "ageDays",
              coalesce(r.voting_closes_at < clock_timestamp() - make_interval(days => ${ANSWER_DAYS}), false) AS overdue,
              count(*)::int AS n
         FROM contributions c JOIN rounds r ON r.id = c.round_id
         LEFT JOIN proposals p ON p.number = c.proposal_number
        WHERE ${UNANSWERED}
        GROUP BY r.id, c.kind, date_trunc('day', c.since) ORDER BY since, r.slug, c.kind`,
    );
  }
}
