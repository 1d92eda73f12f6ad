import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ProposalState, SET_ASIDE } from './proposal-states.js';
import type { ProposalSummary } from './proposal.js';
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from './proposals.rows.js';

export const PROPOSAL_SORTS = ['newest', 'most-supported', 'title', 'cost-low', 'cost-high'] as const;
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

/** Which proposals somebody asks for. Ids come from other features, words from the reader. */
export interface ProposalFilter {
  readonly roundId?: string | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly category?: string | undefined;
  readonly states?: readonly ProposalState[] | undefined;
  readonly q?: string | undefined;
  /** What was never submitted is in `authored` alone. */
  readonly mine?: { readonly personId: string; readonly as: 'authored' | 'following' } | undefined;
}

export interface Pin {
  readonly number: number;
  readonly title: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly state: ProposalState;
}

export interface Facets {
  readonly total: number;
  /** Counted with every filter but their own. */
  readonly categories: readonly { value: string; count: number }[];
  readonly states: readonly { value: ProposalState; count: number }[];
}

const ORDER: Record<ProposalSort, string> = {
  newest: 'coalesce(submitted_at, created_at) DESC, number DESC',
  'most-supported': 'supports DESC, number DESC',
  title: 'lower(title), number',
  'cost-low': 'coalesce(cost_pence, estimate_pence), number',
  'cost-high': 'coalesce(cost_pence, estimate_pence) DESC NULLS LAST, number',
};

const MOST_PINS = 5_000;

/** Another city's election is found through its round: among the ideas of this place it would only be in the way. */
const NOT_FROM_ELSEWHERE =
  '(NOT imported OR round_id IN (SELECT id FROM rounds WHERE imported_from IS NOT NULL AND invented))';

/** Lists, their counts and the map: one set of conditions for all three. */
@Injectable()
export class ProposalListRepository {
  constructor(private readonly database: DataSource) {}

  async page(
    filter: ProposalFilter,
    sort: ProposalSort,
    page: number,
    pageSize: number,
  ): Promise<ProposalSummary[]> {
    const where = conditions(filter);
    const rows = await this.database.query<SummaryRow[]>(
      `SELECT ${SUMMARY_COLUMNS} FROM proposals WHERE ${where.sql} ORDER BY ${ORDER[sort]}
       LIMIT $${where.values.length + 1} OFFSET $${where.values.length + 2}`,
      [...where.values, pageSize, (page - 1) * pageSize],
    );
    return rows.map(summaryOf);
  }

  /** One grouped question answers the total and both lists of counts. */
  async facets({ category, states, ...others }: ProposalFilter): Promise<Facets> {
    const where = conditions({ ...others, states: 'any' });
    const groups = await this.database.query<{ categories: string[]; state: ProposalState; n: number }[]>(
      `SELECT categories, state, count(*)::int AS n FROM proposals WHERE ${where.sql} GROUP BY categories, state`,
      where.values,
    );
    const inState = (state: ProposalState): boolean =>
      states ? states.includes(state) : others.mine !== undefined || !SET_ASIDE.includes(state);
    const inCategory = (categories: readonly string[]): boolean =>
      category === undefined || categories.includes(category);

    let total = 0;
    const byCategory = new Map<string, number>();
    const byState = new Map<ProposalState, number>();
    for (const { categories, state, n } of groups) {
      if (inState(state) && inCategory(categories)) total += n;
      if (inCategory(categories)) add(byState, state, n);
      if (inState(state)) for (const one of categories) add(byCategory, one, n);
    }
    return { total, categories: counts(byCategory), states: counts(byState) };
  }

  pins(filter: ProposalFilter): Promise<Pin[]> {
    const where = conditions(filter);
    return this.database.query(
      `SELECT number, title, latitude, longitude, state FROM proposals
       WHERE ${where.sql} AND latitude IS NOT NULL ORDER BY number DESC LIMIT ${MOST_PINS}`,
      where.values,
    );
  }
}

/** Fixed pieces of SQL; what a reader typed only ever travels as a value. */
function conditions(
  filter: Omit<ProposalFilter, 'states'> & { states?: readonly ProposalState[] | 'any' | undefined },
): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const parts: string[] = [];
  const { mine, states, q } = filter;

  if (mine?.as === 'authored') {
    const me = value(mine.personId);
    parts.push(
      `(author_id = ${me} OR number IN (SELECT proposal_number FROM proposal_coauthors WHERE person_id = ${me}))`,
    );
  } else parts.push(`submitted_at IS NOT NULL AND shown = 'yes'`);
  if (mine?.as === 'following') {
    parts.push(
      `number IN (SELECT proposal_number FROM proposal_follows WHERE person_id = ${value(mine.personId)})`,
    );
  }
  if (filter.roundId !== undefined) parts.push(`round_id = ${value(filter.roundId)}`);
  else if (!mine) parts.push(NOT_FROM_ELSEWHERE);
  if (filter.placeIds !== undefined) parts.push(`place_id = ANY (${value(filter.placeIds)}::uuid[])`);
  if (filter.category !== undefined) parts.push(`categories @> ARRAY[${value(filter.category)}]`);
  if (states === undefined) {
    if (!mine) parts.push(`state <> ALL (${value(SET_ASIDE)}::text[])`);
  } else if (states !== 'any') parts.push(`state = ANY (${value(states)}::text[])`);
  if (q !== undefined) {
    const matches = `search @@ websearch_to_tsquery('english', ${value(q)})`;
    const number = /^#?(\d{1,9})$/.exec(q.trim())?.[1];
    parts.push(number === undefined ? matches : `(${matches} OR number = ${value(number)}::integer)`);
  }
  return { sql: parts.join(' AND '), values };
}

function add<Key>(counts: Map<Key, number>, key: Key, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

/** Most first, then by name. */
function counts<Key extends string>(of: ReadonlyMap<Key, number>): { value: Key; count: number }[] {
  return [...of]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
