import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Before, JoinedText, Merge, Part } from './suggestion.js';

const AUTHORS = 'SELECT person_id FROM proposal_authors WHERE proposal_number';
const COUNT = '(SELECT count(*) FROM proposal_supports WHERE proposal_number = $1)';

/** From `$1` to `$2`, noted for suggestion `$3`; in this order, because authors do not support their own. */
const CARRYING = [
  noted(
    'author',
    `INSERT INTO proposal_coauthors (proposal_number, person_id)
     SELECT $2::integer, person_id FROM proposal_authors
     WHERE proposal_number = $1 AND person_id NOT IN (${AUTHORS} = $2)`,
  ),
  noted(
    'support-dropped',
    `DELETE FROM proposal_supports WHERE $1::integer IS NOT NULL AND proposal_number = $2
     AND person_id IN (${AUTHORS} = $2)`,
  ),
  noted(
    'support',
    `INSERT INTO proposal_supports (proposal_number, person_id)
     SELECT $2::integer, person_id FROM proposal_supports
     WHERE proposal_number = $1 AND person_id NOT IN (${AUTHORS} = $2) ON CONFLICT DO NOTHING`,
  ),
  noted(
    'follow',
    `INSERT INTO proposal_follows (proposal_number, person_id)
     SELECT $2::integer, person_id FROM proposal_follows WHERE proposal_number = $1 ON CONFLICT DO NOTHING`,
  ),
];

/** Carries people and words from one proposal to another, and back. Both are locked by the caller. */
@Injectable()
export class JoiningRepository {
  /** How many people support one or both, without those who would be its authors. */
  async supportersTogether(number: number, into: number, manager: EntityManager): Promise<number> {
    const [{ n }] = await manager.query<[{ n: number }]>(
      `SELECT count(DISTINCT person_id)::int AS n FROM proposal_supports WHERE proposal_number IN ($1, $2)
       AND person_id NOT IN (SELECT person_id FROM proposal_authors WHERE proposal_number IN ($1, $2))`,
      [number, into],
    );
    return n;
  }

  /** @returns the version of the one that stays */
  async unite(id: string, { number, into, text }: Merge, manager: EntityManager): Promise<number> {
    for (const carry of CARRYING) await manager.query(carry, [number, into, id]);
    await manager.query(
      `UPDATE proposals SET state = 'merged', merged_into = $2, version = version + 1 WHERE number = $1`,
      [number, into],
    );
    return this.write(into, text, manager);
  }

  /** Takes out again what a merge brought; what somebody did since then stays. */
  async part(
    { id, number, into, closedAt }: Pick<Merge, 'number' | 'into'> & { id: string; closedAt: Date | null },
    { state, text, versionAfter }: Before,
    manager: EntityManager,
  ): Promise<void> {
    const carried = (what: string): string =>
      `person_id IN (SELECT person_id FROM merge_carried WHERE suggestion_id = $2 AND what = '${what}')`;
    await manager.query(
      `DELETE FROM proposal_coauthors WHERE proposal_number = $1 AND ${carried('author')}`,
      [into, id],
    );
    await manager.query(
      `DELETE FROM proposal_supports WHERE proposal_number = $1 AND at <= $3 AND ${carried('support')}`,
      [into, id, closedAt],
    );
    await manager.query(
      `DELETE FROM proposal_follows WHERE proposal_number = $1 AND since <= $3 AND ${carried('follow')}`,
      [into, id, closedAt],
    );
    await manager.query(
      `INSERT INTO proposal_supports (proposal_number, person_id)
       SELECT $1::integer, person_id FROM merge_carried WHERE suggestion_id = $2 AND what = 'support-dropped'
         AND person_id NOT IN (${AUTHORS} = $1) ON CONFLICT DO NOTHING`,
      [into, id],
    );
    await manager.query('DELETE FROM merge_carried WHERE suggestion_id = $1', [id]);
    await manager.query(
      `UPDATE proposals SET state = $2, merged_into = NULL, version = version + 1 WHERE number = $1`,
      [number, state],
    );
    const [now] = await manager.query<[{ version: number }]>(
      'SELECT version FROM proposals WHERE number = $1',
      [into],
    );
    await this.write(into, now.version === versionAfter ? text : null, manager);
  }

  /** The first part is the text of the original. @returns the numbers of the others */
  async split(
    number: number,
    [first, ...others]: readonly Part[],
    manager: EntityManager,
  ): Promise<number[]> {
    await this.write(number, first ?? null, manager);
    await manager.query('UPDATE proposals SET estimate_pence = $2 WHERE number = $1', [
      number,
      first?.estimatePence,
    ]);
    const rows = await manager.query<{ number: number }[]>(
      `INSERT INTO proposals (round_id, author_id, title, summary, body, categories, estimate_pence, currency, place_id,
         latitude, longitude, state, submitted_at, split_from)
       SELECT o.round_id, o.author_id, p.title, p.summary, p.body, o.categories, p."estimatePence", o.currency,
         o.place_id, o.latitude, o.longitude, 'submitted', clock_timestamp(), o.number
       FROM proposals o, ROWS FROM (jsonb_to_recordset($2::jsonb) AS (title text, summary text, body text,
         "estimatePence" bigint)) WITH ORDINALITY AS p (title, summary, body, "estimatePence", nth)
       WHERE o.number = $1 ORDER BY p.nth RETURNING number`,
      [number, JSON.stringify(others)],
    );
    const numbers = rows.map((row) => row.number);
    await manager.query(
      `INSERT INTO proposal_coauthors (proposal_number, person_id)
       SELECT part, person_id FROM proposal_coauthors, unnest($2::integer[]) AS part WHERE proposal_number = $1`,
      [number, numbers],
    );
    await manager.query(
      `INSERT INTO proposal_follows (proposal_number, person_id)
       SELECT part, person_id FROM proposal_follows, unnest($2::integer[]) AS part WHERE proposal_number = $1`,
      [number, numbers],
    );
    return numbers;
  }

  /** New words, if there are any, and supports counted again. @returns the version */
  private async write(number: number, text: JoinedText | null, manager: EntityManager): Promise<number> {
    const [rows] = await manager.query<[{ version: number }[]]>(
      `UPDATE proposals SET supports = ${COUNT}, version = version + 1, title = coalesce($2, title),
         summary = coalesce($3, summary), body = coalesce($4, body) WHERE number = $1 RETURNING version`,
      [number, text?.title ?? null, text?.summary ?? null, text?.body ?? null],
    );
    return rows[0]?.version ?? 0;
  }
}

/** A fixed statement that also writes down whom it moved. */
function noted(what: string, moving: string): string {
  return `WITH moved AS (${moving} RETURNING person_id)
    INSERT INTO merge_carried (suggestion_id, what, person_id) SELECT $3, '${what}', person_id FROM moved`;
}
