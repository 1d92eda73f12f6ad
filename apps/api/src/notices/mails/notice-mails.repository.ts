import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface TakenMail {
  readonly key: string;
  readonly personId: string;
  /** Which try this is, from 1. */
  readonly tries: number;
}

/** Seconds without a further notice after which what there is goes into one mail; at most a minute after the first. */
const SETTLED_S = 12;
const LONGEST_S = 45;

/** Keeps the mails that tell notices: from queued over sending to sent. */
@Injectable()
export class NoticeMailsRepository {
  constructor(private readonly database: DataSource) {}

  /**
   * One mail for everybody who has something to hear and is due by their own pace. What is a person's own proposal goes
   * within the hour, whatever the pace. The first mail goes at once.
   *
   * @returns how many
   */
  async gather(limit: number): Promise<number> {
    const [{ gathered }] = await this.database.query<[{ gathered: number }]>(
      `WITH waiting AS (
         SELECT n.person_id, bool_or(n.because = 'author') AS own
         FROM notices n WHERE n.by_mail AND n.mail_key IS NULL GROUP BY n.person_id
         HAVING max(n.at) < clock_timestamp() - make_interval(secs => ${SETTLED_S})
             OR min(n.at) < clock_timestamp() - make_interval(secs => ${LONGEST_S})
       ), mails AS (
         INSERT INTO notice_mails (person_id)
         SELECT w.person_id FROM waiting w
         JOIN people p ON p.id = w.person_id AND p.left_at IS NULL
         LEFT JOIN notice_settings s ON s.person_id = w.person_id
         LEFT JOIN LATERAL (SELECT max(m.queued_at) AS at FROM notice_mails m
                            WHERE m.person_id = w.person_id AND m.state <> 'dropped') last ON true
         WHERE last.at IS NULL OR last.at < clock_timestamp() - CASE
           WHEN w.own OR s.pace = 'at-once' THEN interval '1 hour'
           WHEN s.pace = 'weekly' THEN interval '7 days' ELSE interval '1 day' END
         LIMIT $1
         ON CONFLICT DO NOTHING RETURNING key, person_id
       ), told AS (
         UPDATE notices n SET mail_key = mails.key FROM mails
         WHERE n.person_id = mails.person_id AND n.by_mail AND n.mail_key IS NULL
       )
       SELECT count(*)::int AS gathered FROM mails`,
      [limit],
    );
    return gathered;
  }

  /**
   * Takes one mail that is due. It is nobody else's for ten minutes; taken again after that it may have got away, or
   * not: its key tells.
   */
  async take(): Promise<TakenMail | undefined> {
    const [[taken]] = await this.database.query<[TakenMail[], number]>(
      `UPDATE notice_mails SET state = 'sending', tries = tries + 1,
         next_try_at = clock_timestamp() + interval '10 minutes'
       WHERE key = (SELECT key FROM notice_mails WHERE state IN ('queued', 'sending')
                      AND next_try_at <= clock_timestamp() ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING key, person_id AS "personId", tries`,
    );
    return taken;
  }

  /** @param state `dropped`: there is nobody to send it to any more */
  async end(key: string, state: 'sent' | 'dropped', manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE notice_mails SET state = $2, ended_at = clock_timestamp() WHERE key = $1 AND state = 'sending'`,
      [key, state],
    );
  }

  /** Mails that were tried and did not get away; those given up after `tries` for a month. */
  undelivered(tries: number): Promise<{ since: Date; nextTryAt: Date | null }[]> {
    return this.database.query(
      `SELECT queued_at AS since, CASE WHEN state <> 'dropped' THEN next_try_at END AS "nextTryAt"
         FROM notice_mails
        WHERE (state IN ('queued', 'sending') AND tries > 1)
           OR (state = 'dropped' AND tries >= $1 AND ended_at > clock_timestamp() - interval '30 days')
        ORDER BY queued_at LIMIT 1000`,
      [tries],
    );
  }

  /** @returns how many are tried anew: one a person, as ever */
  async again(tries: number): Promise<number> {
    const [, waiting] = await this.database.query<[unknown, number]>(
      `UPDATE notice_mails SET next_try_at = clock_timestamp(), tries = 0 WHERE state = 'queued' AND tries > 1`,
    );
    const [, givenUp] = await this.database.query<[unknown, number]>(
      `UPDATE notice_mails SET state = 'queued', tries = 0, ended_at = NULL, next_try_at = clock_timestamp()
        WHERE key IN (SELECT DISTINCT ON (person_id) key FROM notice_mails m
                       WHERE state = 'dropped' AND tries >= $1
                         AND NOT EXISTS (SELECT FROM notice_mails o WHERE o.person_id = m.person_id
                                            AND o.state IN ('queued', 'sending'))
                       ORDER BY person_id, queued_at DESC)`,
      [tries],
    );
    return waiting + givenUp;
  }

  async tryAgainIn(key: string, minutes: number): Promise<void> {
    await this.database.query(
      `UPDATE notice_mails SET state = 'queued', next_try_at = clock_timestamp() + make_interval(mins => $2)
       WHERE key = $1 AND state = 'sending'`,
      [key, minutes],
    );
  }
}
