import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { EventMark } from '../platform/events/index.js';
import type { Fate } from './fate.js';

/** Keeps every change of fate, one row each, for good. */
@Injectable()
export class FatesRepository {
  /**
   * The reason is the one of the public history that lies closest to the event: an act writes both together.
   *
   * @returns its id; `undefined` when this event was kept before, or the proposal never was public
   */
  async addOfProposal(
    number: number,
    fate: Fate,
    { id, at }: EventMark,
    manager: EntityManager,
  ): Promise<string | undefined> {
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO fates (event_id, kind, round_id, proposal_number, reason, at)
       SELECT $1, $2, p.round_id, p.number,
              CASE WHEN $2 IN ('funded', 'not-funded') THEN p.outcome_sentence ELSE (
                SELECT e.reason FROM proposal_events e WHERE e.proposal_number = p.number
                ORDER BY abs(extract(epoch FROM e.at - $4::timestamptz)), e.id DESC LIMIT 1) END, $4
       FROM proposals p WHERE p.number = $3 AND p.submitted_at IS NOT NULL
       ON CONFLICT (event_id) DO NOTHING RETURNING id`,
      [id, fate, number, at],
    );
    return added?.id;
  }

  /** @returns its id; `undefined` when this event was kept before, or the milestone is gone */
  async addSlip(
    number: number,
    milestoneId: string,
    { id, at }: EventMark,
    manager: EntityManager,
  ): Promise<string | undefined> {
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO fates (event_id, kind, round_id, proposal_number, reason, at)
       SELECT $1, 'slipped', p.round_id, p.number,
              m.title || ': ' || to_char(s.to_on, 'FMDD FMMonth YYYY') || ' in place of '
                || to_char(s.from_on, 'FMDD FMMonth YYYY') || '. ' || s.reason, $4
       FROM proposals p JOIN milestones m ON m.proposal_number = p.number AND m.id = $3
       JOIN LATERAL (SELECT * FROM milestone_slips s WHERE s.milestone_id = m.id
                     ORDER BY abs(extract(epoch FROM s.at - $4::timestamptz)), s.id DESC LIMIT 1) s ON true
       WHERE p.number = $2
       ON CONFLICT (event_id) DO NOTHING RETURNING id`,
      [id, number, milestoneId, at],
    );
    return added?.id;
  }

  /** Something was told about the work: its words stand on the page. @returns as above */
  async addNews(number: number, { id, at }: EventMark, manager: EntityManager): Promise<string | undefined> {
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO fates (event_id, kind, round_id, proposal_number, at)
       SELECT $1, 'news', round_id, number, $3 FROM proposals WHERE number = $2
       ON CONFLICT (event_id) DO NOTHING RETURNING id`,
      [id, number, at],
    );
    return added?.id;
  }

  /** @returns its id; `undefined` when this event was kept before */
  async addOfRound(
    roundId: string,
    fate: 'decided' | 'cancelled',
    { id, at }: EventMark,
    manager: EntityManager,
  ): Promise<string | undefined> {
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO fates (event_id, kind, round_id, reason, at)
       SELECT $1, $2, r.id, CASE WHEN $2 = 'cancelled' THEN r.cancelled_reason ELSE (
                SELECT v.summary FROM decisions d JOIN decision_versions v ON v.decision_id = d.id
                WHERE d.round_id = r.id ORDER BY v.version DESC LIMIT 1) END, $4
       FROM rounds r WHERE r.id = $3
       ON CONFLICT (event_id) DO NOTHING RETURNING id`,
      [id, fate, roundId, at],
    );
    return added?.id;
  }

  /** What has already become of the round as a whole. */
  async ofRound(roundId: string, manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM fates WHERE round_id = $1 AND proposal_number IS NULL',
      [roundId],
    );
    return rows.map(({ id }) => id);
  }
}
