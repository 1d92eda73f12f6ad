import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { hashToken, newToken } from '../secret-token.js';

export type LinkPurpose = 'confirm' | 'reset';

/** Minutes a link in a mail is good for. The mails say "an hour". */
const LINK_MINUTES = 60;

/** Secret links sent by mail. The database keeps their hashes alone, one per person and purpose. */
@Injectable()
export class MailLinksRepository {
  constructor(private readonly database: DataSource) {}

  /** Makes a link's token; the one before stops working. */
  async issue(personId: string, purpose: LinkPurpose): Promise<string> {
    const token = newToken();
    await this.database.query(
      `INSERT INTO mail_links (person_id, purpose, hash, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(mins => $4))
       ON CONFLICT (person_id, purpose) DO UPDATE SET hash = EXCLUDED.hash, expires_at = EXCLUDED.expires_at`,
      [personId, purpose, hashToken(token), LINK_MINUTES],
    );
    return token;
  }

  /** Whose link this is while it is good; it stays good. */
  async ownerOf(token: string, purpose: LinkPurpose): Promise<string | null> {
    const [row] = await this.database.query<{ personId: string }[]>(
      `SELECT person_id AS "personId" FROM mail_links
       WHERE hash = $1 AND purpose = $2 AND expires_at > clock_timestamp()`,
      [hashToken(token), purpose],
    );
    return row?.personId ?? null;
  }

  /** Uses a link up. @returns whose it was, or `null` when it is not good (any more) */
  async spend(token: string, purpose: LinkPurpose, manager: EntityManager): Promise<string | null> {
    const [rows] = await manager.query<[{ personId: string }[], number]>(
      `DELETE FROM mail_links WHERE hash = $1 AND purpose = $2 AND expires_at > clock_timestamp()
       RETURNING person_id AS "personId"`,
      [hashToken(token), purpose],
    );
    return rows[0]?.personId ?? null;
  }

  async dropAll(personId: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM mail_links WHERE person_id = $1', [personId]);
  }
}
