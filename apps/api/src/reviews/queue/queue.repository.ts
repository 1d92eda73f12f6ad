import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ProposalState } from '../../proposals/index.js';
import type { Stage } from '../cases/review.js';

export const TABS = [
  'new',
  'overdue',
  'due-this-week',
  'mine',
  'to-decide',
  'to-sign',
  'appeals',
  'all',
] as const;
export type Tab = (typeof TABS)[number];

export const QUEUE_SORTS = ['due', 'oldest', 'title'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Who asks, and so what they may see. */
export interface Reader {
  readonly id: string;
  /** Places whose every proposal they see. */
  readonly officeOf: readonly string[];
  /** Places where they see what their departments were asked. */
  readonly reviewerOf: readonly string[];
}

export interface QueueFilter {
  readonly roundId?: string | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly q?: string | undefined;
}

export interface Page {
  readonly tab: Tab;
  readonly sort: QueueSort;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: { readonly key: string; readonly number: number } | undefined;
}

export interface Queued {
  readonly number: number;
  readonly title: string;
  readonly state: ProposalState;
  readonly stage: Stage | 'new';
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly submittedAt: Date;
  readonly roundId: string;
  readonly placeId: string;
  readonly supports: number;
  readonly asked: number;
  readonly open: number;
  /** Departments that have not finished; `null` among them is work of nobody in particular. */
  readonly waitingFor: readonly (string | null)[];
  readonly appealed: boolean;
  /** What the next page begins after. */
  readonly key: string;
}

const STATES = `('submitted', 'in-review', 'changes-asked', 'accepted', 'not-taken-forward')`;
const NEVER = '9999-12-31';

/** A date, a time or a title as a text that sorts alike, so that one kind of cursor serves all. */
const KEY: Record<QueueSort, string> = {
  due: `coalesce(r.due_on, DATE '${NEVER}')`,
  oldest: 'p.submitted_at',
  title: 'lower(p.shown_title)',
};
const KEY_TYPE: Record<QueueSort, string> = { due: 'date', oldest: 'timestamptz', title: 'text' };

/** Asked once for the whole list: the function reads the clock anew for every row. */
const TODAY = '(SELECT local_today())';

const TAB: Record<Tab, string> = {
  new: `p.state = 'submitted'`,
  overdue: `p.state = 'in-review' AND r.stage = 'answering' AND r.due_on < ${TODAY}`,
  'due-this-week': `p.state = 'in-review' AND r.stage = 'answering' AND r.due_on BETWEEN ${TODAY} AND ${TODAY} + 7`,
  mine: `p.state = 'in-review' AND r.stage = 'answering' AND p.number IN (SELECT number FROM mine)`,
  'to-decide': `p.state = 'in-review' AND r.stage = 'to-decide'`,
  'to-sign': `p.state = 'in-review' AND r.stage = 'to-sign'`,
  appeals: `a.made_at IS NOT NULL AND a.decided_at IS NULL`,
  all: 'true',
};

/** The officer's morning: which proposals wait for what. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: DataSource) {}

  page(reader: Reader, filter: QueueFilter, { tab, sort, limit, after }: Page): Promise<Queued[]> {
    const { sql, values } = scoped(reader, filter);
    const value = (one: unknown): string => `$${values.push(one)}`;
    const beyond = after
      ? `AND (${KEY[sort]}, p.number) > (${value(after.key)}::${KEY_TYPE[sort]}, ${value(after.number)}::int)`
      : '';
    const asked = { from: `${sql} AND ${TAB[tab]} ${beyond}`, limit: value(limit) };
    return this.database.query(
      `WITH ${MINE}, page AS MATERIALIZED (
         SELECT p.number, p.shown_title AS title, p.state, p.round_id, p.place_id, p.supports, p.submitted_at, r.stage, r.due_on,
                a.made_at IS NOT NULL AND a.decided_at IS NULL AS appealed, ${KEY[sort]} AS key
           ${asked.from}
          ORDER BY ${KEY[sort]}, p.number LIMIT ${asked.limit})
       SELECT page.number, page.title, page.state, coalesce(page.stage, 'new') AS stage, page.due_on::text AS "dueOn",
              coalesce(page.due_on < local_today(), false) AND page.state = 'in-review' AS overdue,
              page.submitted_at AS "submittedAt", page.round_id AS "roundId", page.place_id AS "placeId", page.supports,
              asked.asked, asked.open, asked."waitingFor", page.appealed, page.key::text AS key
         FROM page CROSS JOIN LATERAL (
           SELECT count(*)::int AS asked, (count(*) FILTER (WHERE x.finished_at IS NULL))::int AS open,
                  coalesce(jsonb_agg(DISTINCT d.name) FILTER (WHERE x.finished_at IS NULL), '[]') AS "waitingFor"
             FROM review_answers x LEFT JOIN departments d ON d.id = x.department_id
            WHERE x.proposal_number = page.number) asked
        ORDER BY page.key, page.number`,
      values,
    );
  }

  /** How many there are behind each tab, under the same filter. */
  async counts(reader: Reader, filter: QueueFilter): Promise<Record<Tab, number>> {
    const where = scoped(reader, filter);
    const [row] = await this.database.query<[Record<Tab, number>]>(
      `WITH ${MINE} SELECT ${COUNTS} ${where.sql}`,
      where.values,
    );
    return row;
  }
}

const COUNTS = TABS.map((tab) => `(count(*) FILTER (WHERE ${TAB[tab]}))::int AS "${tab}"`).join();

/** What a person was asked and has not finished; `$1` is who reads. */
const MINE = `mine AS MATERIALIZED (
  SELECT proposal_number AS number FROM review_answers WHERE finished_at IS NULL AND person_id = $1
  UNION ALL
  SELECT proposal_number FROM review_answers WHERE finished_at IS NULL AND person_id IS NULL AND department_id = ANY
    (ARRAY(SELECT department_id FROM department_members WHERE person_id = $1)))`;

/** Fixed pieces of SQL; what a reader typed only ever travels as a value. */
function scoped(reader: Reader, { roundId, placeIds, q }: QueueFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = [reader.id, reader.officeOf, reader.reviewerOf];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const parts = [
    `p.state IN ${STATES}`,
    'NOT p.imported',
    // Nobody else reads what somebody under 18 wrote before a moderator has.
    `p.shown <> 'waiting'`,
    `(p.round_id IN (SELECT id FROM rounds WHERE place_id = ANY ($2::uuid[]))
      OR (p.round_id IN (SELECT id FROM rounds WHERE place_id = ANY ($3::uuid[])) AND EXISTS (
        SELECT 1 FROM review_answers y WHERE y.proposal_number = p.number AND (y.person_id = $1 OR y.department_id IN
          (SELECT department_id FROM department_members WHERE person_id = $1)))))`,
  ];
  if (roundId !== undefined) parts.push(`p.round_id = ${value(roundId)}`);
  if (placeIds !== undefined) parts.push(`p.place_id = ANY (${value(placeIds)}::uuid[])`);
  if (q !== undefined) {
    const matches = `p.search @@ websearch_to_tsquery('english', ${value(q)})`;
    const number = /^#?(\d{1,9})$/.exec(q.trim())?.[1];
    parts.push(number === undefined ? matches : `(${matches} OR p.number = ${value(number)}::integer)`);
  }
  return {
    sql: `FROM proposals p LEFT JOIN reviews r ON r.proposal_number = p.number
            LEFT JOIN review_appeals a ON a.proposal_number = p.number WHERE ${parts.join(' AND ')}`,
    values,
  };
}
