import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { ModerationCase, Report } from './case.js';
import type { Rule } from './rules.js';

export interface NewReport {
  readonly id: string;
  readonly caseId: string;
  readonly ticketHash: Buffer;
  readonly rule: Rule;
  readonly words: string | null;
  readonly contactSealed: Buffer | null;
  readonly reporterDigest: Buffer | null;
}

export type Ticket = Pick<Report, 'rule' | 'reportedOn'> &
  Pick<ModerationCase, 'state' | 'act' | 'reason' | 'number'> & { readonly ruleBroken: Rule | null };

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: DataSource) {}

  /** @returns whether it is new: one account reports one thing once */
  async add(report: NewReport, manager: EntityManager): Promise<boolean> {
    const { id, caseId, ticketHash, rule, words, contactSealed, reporterDigest } = report;
    const rows = await manager.query<unknown[]>(
      `INSERT INTO moderation_reports (id, case_id, ticket_hash, rule, words, contact_sealed, reporter_digest)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id, reporter_digest) DO NOTHING RETURNING id`,
      [id, caseId, ticketHash, rule, words, contactSealed, reporterDigest],
    );
    return rows.length === 1;
  }

  /** In the order of their days. */
  ofCase(caseId: string): Promise<Report[]> {
    return this.database.query(
      `SELECT id, case_id AS "caseId", rule, words, contact_sealed AS "contactSealed", reported_on::text AS "reportedOn"
       FROM moderation_reports WHERE case_id = $1 ORDER BY reported_on, id`,
      [caseId],
    );
  }

  async counts(caseIds: readonly string[]): Promise<Map<string, { reports: number; rules: Rule[] }>> {
    const rows = await this.database.query<{ id: string; reports: number; rules: Rule[] }[]>(
      `SELECT case_id AS id, count(*)::int AS reports, array_agg(DISTINCT rule ORDER BY rule) AS rules
       FROM moderation_reports WHERE case_id = ANY ($1::uuid[]) GROUP BY case_id`,
      [caseIds],
    );
    return new Map(rows.map(({ id, ...counted }) => [id, counted]));
  }

  async byTicket(ticketHash: Buffer): Promise<Ticket | undefined> {
    const [ticket] = await this.database.query<Ticket[]>(
      `SELECT r.rule, r.reported_on::text AS "reportedOn", c.state, c.act, c.reason, c.number, c.rule AS "ruleBroken"
       FROM moderation_reports r JOIN moderation_cases c ON c.id = r.case_id WHERE r.ticket_hash = $1`,
      [ticketHash],
    );
    return ticket;
  }

  /** Once answered, the address is not needed any more. */
  async forgetContact(id: string): Promise<void> {
    await this.database.query('UPDATE moderation_reports SET contact_sealed = NULL WHERE id = $1', [id]);
  }
}
