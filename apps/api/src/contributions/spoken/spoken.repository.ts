import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { NewSpoken, Spoken } from './spoken.js';

const MOST = 500;

/** Keeps what people said where they were. */
@Injectable()
export class SpokenRepository {
  constructor(private readonly database: DataSource) {}

  /** With its line in the ledger. @returns its id; `undefined` when the proposal is not a public one of the round */
  async add(spoken: NewSpoken, manager: EntityManager): Promise<string | undefined> {
    const { placeId, host, said, people, roundId, proposalNumber, recordedBy } = spoken;
    const [added] = await manager.query<{ id: string }[]>(
      `WITH told AS (
         INSERT INTO spoken (place_id, host, said, people, consent, recorded_by)
         SELECT $1, $2, $3, $4, true, $5
          WHERE $7::int IS NULL OR EXISTS (SELECT FROM proposals
            WHERE number = $7 AND round_id = $6 AND submitted_at IS NOT NULL AND state <> 'draft')
         RETURNING id, recorded_at
       )
       INSERT INTO contributions (kind, round_id, proposal_number, since, spoken_id)
       SELECT 'spoken', $6, $7, recorded_at, id FROM told RETURNING spoken_id AS id`,
      [placeId, host, said, people, recordedBy, roundId, proposalNumber],
    );
    return added?.id;
  }

  /** Of places, newest first. */
  ofPlaces(placeIds: readonly string[]): Promise<Spoken[]> {
    return this.database.query(
      `SELECT s.id, s.host, s.said, s.people, s.recorded_at AS "recordedAt", r.slug AS "roundSlug",
              r.title AS "roundTitle", p.number AS "proposalNumber", p.shown_title AS "proposalTitle",
              r.decision_number AS "decisionNumber", p.state AS "proposalState", p.merged_into AS "mergedInto",
              r.decided_at IS NOT NULL AS "roundDecided", r.cancelled_reason AS "cancelledReason", without_hidden(f.reason, c.round_id) AS reason
         FROM spoken s JOIN contributions c ON c.spoken_id = s.id JOIN rounds r ON r.id = c.round_id
         LEFT JOIN proposals p ON p.number = c.proposal_number
         LEFT JOIN LATERAL (SELECT f.reason FROM fates f WHERE f.round_id = c.round_id
                              AND f.proposal_number IS NOT DISTINCT FROM c.proposal_number
                            ORDER BY f.id DESC LIMIT 1) f ON true
        WHERE s.place_id = ANY ($1) ORDER BY s.recorded_at DESC, s.id LIMIT ${MOST}`,
      [placeIds],
    );
  }
}
