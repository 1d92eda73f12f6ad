import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ChainFault, followChain, NO_EVENTS, type StoredEvent } from './audit-chain.js';

const BATCH = 2_000;

export interface AuditFilter {
  readonly what?: string | undefined;
  readonly subject?: string | undefined;
  /** Days where the council is, YYYY-MM-DD, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type ChainReport =
  | { readonly intact: true; readonly events: number; readonly head: string }
  | { readonly intact: false; readonly fault: ChainFault };

/** Reads the log: pages of it, and whether its chain holds. */
@Injectable()
export class AuditReading {
  constructor(private readonly database: DataSource) {}

  /** Newest first. `what` and `subject` match from their beginning. */
  async page(
    { what, subject, from, to }: AuditFilter,
    limit: number,
    offset: number,
  ): Promise<{ total: number; items: StoredEvent[] }> {
    const rows = await this.database.query<(StoredEvent & { total: number; pos: string })[]>(
      `SELECT pos, at, what, actor_id AS "actorId", subject, facts, hash, count(*) OVER ()::int AS total FROM audit_events
       WHERE ($1::text IS NULL OR starts_with(what, $1)) AND ($2::text IS NULL OR starts_with(subject, $2))
         AND ($3::date IS NULL OR at >= $3::date::timestamp AT TIME ZONE 'Europe/London')
         AND ($4::date IS NULL OR at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/London')
       ORDER BY audit_events.pos DESC LIMIT $5 OFFSET $6`,
      [what || null, subject || null, from || null, to || null, limit, offset],
    );
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ total: _, ...row }) => ({ ...row, pos: Number(row.pos) })),
    };
  }

  /** Recomputes every hash, at one moment, a few thousand events at a time, and compares the last with the head. */
  verify(): Promise<ChainReport> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const [head] = await manager.query<[{ pos: string; hash: Buffer }]>('SELECT pos, hash FROM audit_head');
      let at: { pos: number; hash: Buffer } = { pos: 0, hash: NO_EVENTS };
      for (;;) {
        const rows = await manager.query<(StoredEvent & { pos: string })[]>(
          `SELECT pos, at, what, actor_id AS "actorId", subject, facts, hash FROM audit_events
           WHERE pos > $1 ORDER BY pos LIMIT ${BATCH}`,
          [at.pos],
        );
        const followed = followChain(
          at,
          rows.map((row) => ({ ...row, pos: Number(row.pos) })),
        );
        if ('fault' in followed) return { intact: false, fault: followed };
        at = followed;
        if (rows.length < BATCH) break;
      }
      if (at.pos !== Number(head.pos)) return { intact: false, fault: { pos: at.pos + 1, fault: 'gap' } };
      if (!at.hash.equals(head.hash)) return { intact: false, fault: { pos: at.pos, fault: 'hash' } };
      return { intact: true, events: at.pos, head: at.hash.toString('hex') };
    });
  }
}
