import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Channel } from './participation.repository.js';

export interface Notice {
  readonly election: string;
  readonly roundTitle: string;
  readonly roundSlug: string;
  readonly channel: Channel;
  /** `null` when no account is linked to the elector. */
  readonly person: string | null;
}

/** The outbox of notices. Taken in no particular order, so that the mails do not show who came first. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly database: DataSource) {}

  /**
   * Hands one notice to `tell` and forgets it when that succeeds.
   *
   * @returns whether there was one
   */
  next(tell: (notice: Notice) => Promise<void>): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [next] = await manager.query<(Notice & { elector: string })[]>(
        `SELECT n.election, n.elector, n.channel, r.title AS "roundTitle", r.slug AS "roundSlug", c.person
         FROM roll.notice n JOIN rounds r ON r.id = n.election
         LEFT JOIN roll.claim c ON c.election = n.election AND c.elector = n.elector AND c.person IS NOT NULL
         ORDER BY n.elector LIMIT 1 FOR UPDATE OF n SKIP LOCKED`,
      );
      if (!next) return false;
      await tell(next);
      await manager.query('DELETE FROM roll.notice WHERE election = $1 AND elector = $2 AND channel = $3', [
        next.election,
        next.elector,
        next.channel,
      ]);
      return true;
    });
  }
}
