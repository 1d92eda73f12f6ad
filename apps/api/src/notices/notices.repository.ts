import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Notice } from './notice.js';

const NOTICE = `
  SELECT n.id, f.kind AS fate, n.because, n.at, n.read_at AS "readAt", without_hidden(f.reason, f.round_id) AS reason,
         f.proposal_number AS "proposalNumber", p.shown_title AS "proposalTitle", p.merged_into AS "mergedInto",
         r.slug AS "roundSlug", r.title AS "roundTitle", r.decision_number AS "decisionNumber",
         l.letter
    FROM notices n JOIN fates f ON f.id = n.fate_id JOIN rounds r ON r.id = f.round_id
    LEFT JOIN proposals p ON p.number = f.proposal_number
    LEFT JOIN decisions d ON d.round_id = f.round_id AND n.because = 'author' AND f.kind IN ('funded', 'not-funded')
    LEFT JOIN decision_letters l ON l.decision_id = d.id AND l.proposal_number = f.proposal_number`;

/** The strongest tie first: it is what somebody is told as. */
export const TIES = `array_position(ARRAY['author', 'support', 'comment', 'vote', 'follow'], ties.because)`;
/** Of one project among many, people who only voted hear when something of it is there to see. */
const FOR_VOTERS = `('slipped', 'delivered', 'stopped')`;

/** Keeps who was told what. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly database: DataSource) {}

  /**
   * One notice for everybody a change concerns, in one statement, however many they are, dated as the change is. Nobody
   * is told of what they did themselves: an author who withdrew.
   *
   * @returns how many were told that were not before
   */
  async addFor(fateId: string, manager: EntityManager): Promise<number> {
    const [{ told }] = await manager.query<[{ told: number }]>(
      `WITH fate AS (SELECT * FROM fates WHERE id = $1),
       ties AS (
         SELECT c.person_id, c.kind AS because FROM contributions c JOIN fate f ON c.round_id = f.round_id
         WHERE c.person_id IS NOT NULL AND CASE
           WHEN f.kind = 'cancelled' THEN true
           WHEN c.kind = 'vote' THEN f.kind = 'decided' OR f.kind IN ${FOR_VOTERS}
           ELSE c.proposal_number = f.proposal_number AND NOT (f.kind = 'withdrawn' AND c.kind = 'author') END
         UNION ALL
         SELECT w.person_id, 'follow' FROM proposal_follows w JOIN fate f ON w.proposal_number = f.proposal_number
       ), told AS (
         INSERT INTO notices (person_id, fate_id, because, by_mail, at)
         SELECT ties.person_id, $1, (array_agg(ties.because ORDER BY ${TIES}))[1],
                coalesce((SELECT s.pace <> 'none' FROM notice_settings s WHERE s.person_id = ties.person_id), true),
                (SELECT at FROM fate)
         FROM ties JOIN people ON people.id = ties.person_id AND people.left_at IS NULL
         GROUP BY ties.person_id
         ON CONFLICT (person_id, fate_id) DO NOTHING RETURNING 1
       )
       SELECT count(*)::int AS told FROM told`,
      [fateId],
    );
    return told;
  }

  /** Newest first. @param before a notice to go on after */
  newest(personId: string, before: string | null, limit: number): Promise<Notice[]> {
    return this.database.query(
      `${NOTICE} WHERE n.person_id = $1 AND ($2::bigint IS NULL OR n.id < $2) ORDER BY n.id DESC LIMIT $3`,
      [personId, before, limit],
    );
  }

  async unread(personId: string): Promise<number> {
    const [{ unread }] = await this.database.query<[{ unread: number }]>(
      'SELECT count(*)::int AS unread FROM notices WHERE person_id = $1 AND read_at IS NULL',
      [personId],
    );
    return unread;
  }

  /** Everything up to and with one notice; what has come since stays unread. */
  async markRead(personId: string, upTo: string): Promise<void> {
    await this.database.query(
      `UPDATE notices SET read_at = clock_timestamp() WHERE person_id = $1 AND id <= $2 AND read_at IS NULL`,
      [personId, upTo],
    );
  }

  /** What one mail tells, oldest first. */
  ofMail(key: string): Promise<Notice[]> {
    return this.database.query(`${NOTICE} WHERE n.mail_key = $1 ORDER BY n.id`, [key]);
  }
}
