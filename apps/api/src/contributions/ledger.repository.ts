import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Keeps who gave what to what. Proposals, supports and comments get here by triggers, in the transaction that makes
 * or takes them back; votes only from here.
 */
@Injectable()
export class LedgerRepository {
  /**
   * Who held a ballot pass in a vote that is over: the bare fact. No time but the close of the vote, which is the
   * same for all, and in random order, so that neither the rows nor their numbers say who came when.
   */
  async noteVoters(roundId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO contributions (kind, person_id, round_id, since)
       SELECT 'vote', voters.person, r.id, least(coalesce(r.voting_closes_at, r.cancelled_at), clock_timestamp())
       FROM rounds r CROSS JOIN LATERAL (
         SELECT c.person FROM roll.participation p
         JOIN roll.claim c ON c.election = p.election AND c.elector = p.elector AND c.person IS NOT NULL
         WHERE p.election = r.id ORDER BY random()) voters
       WHERE r.id = $1 AND coalesce(r.voting_closes_at, r.cancelled_at) IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [roundId],
    );
  }
}
