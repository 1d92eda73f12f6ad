import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import {
  ANSWER_DAYS,
  type Asked,
  type Before,
  type JoinedText,
  type Part,
  type Suggested,
  type Suggestion,
  type SuggestionState,
} from './suggestion.js';

interface Row {
  id: string;
  kind: 'merge' | 'split';
  number: number;
  into: number | null;
  text: JoinedText | null;
  parts: Part[] | null;
  reason: string;
  byRole: 'officer' | 'author';
  suggestedBy: string | null;
  at: Date;
  answerBy: Date;
  state: SuggestionState;
  closedAt: Date | null;
  closedReason: string | null;
}

const COLUMNS = `id, kind, proposal_number AS number, into_number AS into, text, parts, reason, by_role AS "byRole",
  suggested_by AS "suggestedBy", at, answer_by AS "answerBy", state, closed_at AS "closedAt",
  closed_reason AS "closedReason"`;

/** Suggestions to merge or split, and what authors answered. */
@Injectable()
export class SuggestionsRepository {
  constructor(private readonly database: DataSource) {}

  async byId(id: string): Promise<Suggestion | undefined> {
    const [row] = await this.database.query<Row[]>(
      `SELECT ${COLUMNS} FROM proposal_suggestions WHERE id = $1`,
      [id],
    );
    return row && suggestionOf(row);
  }

  /** Holds it until the transaction ends. */
  async locked(id: string, manager: EntityManager): Promise<Suggestion | undefined> {
    const [row] = await manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM proposal_suggestions WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return row && suggestionOf(row);
  }

  /** What is open on a proposal and what came of the others that were carried out, newest first. */
  async ofProposal(number: number): Promise<Suggestion[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT ${COLUMNS} FROM proposal_suggestions s
       WHERE state IN ('open', 'done') AND ($1 IN (proposal_number, into_number)
         OR (kind = 'split' AND proposal_number = (SELECT split_from FROM proposals WHERE number = $1)))
       ORDER BY at DESC, id`,
      [number],
    );
    return rows.map(suggestionOf);
  }

  /** Open ones that somebody has not answered yet, the most pressing first. */
  async waitingFor(personId: string): Promise<Suggestion[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT ${COLUMNS} FROM proposal_suggestions s
       WHERE state = 'open' AND EXISTS (SELECT FROM proposals_under_suggestion u
         JOIN proposal_authors a USING (proposal_number) WHERE u.suggestion_id = s.id AND a.person_id = $1)
       AND NOT EXISTS (SELECT FROM suggestion_answers WHERE suggestion_id = s.id AND person_id = $1)
       ORDER BY answer_by, id`,
      [personId],
    );
    return rows.map(suggestionOf);
  }

  async openIds(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM proposal_suggestions WHERE state = 'open' ORDER BY at`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whether one of the proposals is in an open suggestion. */
  async anyOpen(numbers: readonly number[], manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM proposals_under_suggestion WHERE proposal_number = ANY ($1::integer[])',
      [numbers],
    );
    return rows.length > 0;
  }

  /** @param reviewClosesAt nobody is asked beyond it */
  async add(
    suggested: Suggested,
    by: { role: 'officer' | 'author'; personId: string },
    reviewClosesAt: Date | null,
    manager: EntityManager,
  ): Promise<Suggestion> {
    const { kind, number, reason } = suggested;
    const merge = kind === 'merge' ? suggested : null;
    const [row] = await manager.query<[Row]>(
      `INSERT INTO proposal_suggestions
         (kind, proposal_number, into_number, text, parts, reason, by_role, suggested_by, answer_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
         least(clock_timestamp() + make_interval(days => ${ANSWER_DAYS}), $9::timestamptz))
       RETURNING ${COLUMNS}`,
      [
        kind,
        number,
        merge?.into ?? null,
        merge?.text ? JSON.stringify(merge.text) : null,
        kind === 'split' ? JSON.stringify(suggested.parts) : null,
        reason,
        by.role,
        by.personId,
        reviewClosesAt,
      ],
    );
    return suggestionOf(row);
  }

  async close(
    id: string,
    state: Exclude<SuggestionState, 'open'>,
    manager: EntityManager,
    { reason, before }: { reason?: string; before?: Before } = {},
  ): Promise<void> {
    await manager.query(
      `UPDATE proposal_suggestions SET state = $2, closed_at = clock_timestamp(), closed_reason = $3,
         before = coalesce($4, before) WHERE id = $1`,
      [id, state, reason ?? null, before ? JSON.stringify(before) : null],
    );
  }

  async before(id: string, manager: EntityManager): Promise<Before | undefined> {
    const [row] = await manager.query<{ before: Before | null }[]>(
      'SELECT before FROM proposal_suggestions WHERE id = $1',
      [id],
    );
    return row?.before ?? undefined;
  }

  async answer(id: string, personId: string, agrees: boolean, manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO suggestion_answers (suggestion_id, person_id, agrees) VALUES ($1, $2, $3)
       ON CONFLICT (suggestion_id, person_id) DO UPDATE SET agrees = excluded.agrees, at = clock_timestamp()`,
      [id, personId, agrees],
    );
  }

  /** Every author of the proposals, each once, with their answer; a proposal without any has one who is gone. */
  asked(id: string, manager: EntityManager = this.database.manager): Promise<Asked[]> {
    return manager.query(
      `WITH about AS (
         SELECT number FROM proposal_suggestions, unnest(ARRAY[proposal_number, into_number]) AS number
         WHERE id = $1 AND number IS NOT NULL
       )
       SELECT person_id AS "personId", bool_or(gone) AS gone, bool_and(agrees) AS agrees FROM (
         SELECT a.person_id, a.gone, (SELECT agrees FROM suggestion_answers
           WHERE suggestion_id = $1 AND person_id = a.person_id) AS agrees
         FROM about JOIN proposal_authors a ON a.proposal_number = about.number
         UNION ALL
         SELECT NULL, true, NULL FROM about
         WHERE NOT EXISTS (SELECT FROM proposal_authors WHERE proposal_number = about.number)
       ) each GROUP BY person_id ORDER BY person_id`,
      [id],
    );
  }
}

function suggestionOf({ kind, into, text, parts, ...rest }: Row): Suggestion {
  if (kind === 'merge') return { ...rest, kind, into: into ?? 0, text };
  return { ...rest, kind, parts: parts ?? [] };
}
