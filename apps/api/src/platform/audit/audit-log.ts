import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { nextHash } from './audit-chain.js';

export interface AuditEvent {
  /** Past tense, dotted: `round.opened`. */
  readonly what: string;
  /** Id of the person who acted; `null` for the system. */
  readonly actorId: string | null;
  /** What it was done to: `round:spring-2026`. */
  readonly subject: string;
  /** Facts without personal data. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Append-only record of acts. A single head row is locked for each append, so that the hash chain
 * cannot fork under parallel writers; the tables refuse UPDATE and DELETE by trigger.
 */
@Injectable()
export class AuditLog {
  constructor(private readonly database: DataSource) {}

  /** Appends within the caller's transaction when a manager is given: the act and its record stand or fall together. */
  async append(event: AuditEvent, manager?: EntityManager): Promise<void> {
    if (manager) await this.write(event, manager);
    else await this.database.transaction((own) => this.write(event, own));
  }

  private async write(
    { what, actorId, subject, facts = {} }: AuditEvent,
    manager: EntityManager,
  ): Promise<void> {
    const [head] = await manager.query<[{ pos: string; hash: Buffer; now: Date }]>(
      'SELECT pos, hash, clock_timestamp() AS now FROM audit_head FOR UPDATE',
    );
    const pos = Number(head.pos) + 1;
    const hash = nextHash(head.hash, { pos, at: head.now, what, actorId, subject, facts });
    await manager.query(
      'INSERT INTO audit_events (pos, at, what, actor_id, subject, facts, hash) VALUES ($1,$2,$3,$4,$5,$6,$7)',
      [pos, head.now, what, actorId, subject, JSON.stringify(facts), hash],
    );
    await manager.query('UPDATE audit_head SET pos = $1, hash = $2', [pos, hash]);
  }
}
