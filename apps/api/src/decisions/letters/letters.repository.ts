import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { DecisionLetter } from './decision-letter.js';

export interface SentLetter {
  readonly letter: DecisionLetter;
  readonly sentAt: Date;
  readonly decisionNumber: number;
  readonly placeId: string;
}

/** Keeps the letters about decisions as they were sent. */
@Injectable()
export class LettersRepository {
  constructor(private readonly database: DataSource) {}

  /** Which of these were put forward by somebody: an imported project has nobody to write to. */
  async withAuthors(proposalNumbers: readonly number[]): Promise<Set<number>> {
    const rows = await this.database.query<{ number: number }[]>(
      'SELECT number FROM proposals WHERE number = ANY ($1::int[]) AND NOT imported',
      [proposalNumbers],
    );
    return new Set(rows.map(({ number }) => number));
  }

  async keep(
    decisionId: string,
    letters: ReadonlyMap<number, DecisionLetter>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO decision_letters (decision_id, proposal_number, letter)
       SELECT $1, (x->>'number')::int, x->'letter' FROM jsonb_array_elements($2::jsonb) AS x`,
      [decisionId, JSON.stringify([...letters].map(([number, letter]) => ({ number, letter })))],
    );
  }

  async about(proposalNumber: number): Promise<SentLetter | undefined> {
    const [found] = await this.database.query<SentLetter[]>(
      `SELECT l.letter, l.sent_at AS "sentAt", d.number AS "decisionNumber", d.place_id AS "placeId"
       FROM decision_letters l JOIN decisions d ON d.id = l.decision_id
       WHERE l.proposal_number = $1 ORDER BY l.sent_at DESC LIMIT 1`,
      [proposalNumber],
    );
    return found;
  }

  /** Whether somebody wrote it, alone or with others. */
  async isAuthor(proposalNumber: number, personId: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT 1 FROM proposal_authors WHERE proposal_number = $1 AND person_id = $2',
      [proposalNumber, personId],
    );
    return rows.length > 0;
  }
}
