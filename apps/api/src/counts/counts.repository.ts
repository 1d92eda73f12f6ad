import { Injectable } from '@nestjs/common';
import type { Measures, Outcome, RuleSpec } from '@commonthread/voting';
import { DataSource, type EntityManager } from 'typeorm';

import { AlreadyCounting, AlreadySigned, AnotherCountPublished, CountNotFound } from './counts.errors.js';
import type { ComparedRule, Count, CountedProject, CountResult } from './count.js';

const SELECT = `
  SELECT c.id, c.round_id AS "roundId", c.state, c.progress, c.rule, c.inputs_sha256 AS "inputsSha256", c.seconds,
         jsonb_array_length(c.outcome->'winners') AS winners,
         (c.outcome->>'totalCostMinor')::float8 AS "totalCostMinor", c.started_at AS "startedAt",
         c.computed_at AS "computedAt", c.published_at AS "publishedAt", c.failure,
         coalesce((SELECT jsonb_agg(jsonb_build_object('personId', s.person_id, 'at', s.signed_at) ORDER BY s.signed_at)
                     FROM count_signatures s WHERE s.count_id = c.id), '[]') AS signatures
    FROM counts c`;

type Row = Omit<Count, 'signatures'> & { signatures: { personId: string; at: string }[] };

const countOf = ({ signatures, ...row }: Row): Count => ({
  ...row,
  signatures: signatures.map(({ personId, at }) => ({ personId, at: new Date(at) })),
});

/** Keeps counts, their rows, signatures and comparisons. */
@Injectable()
export class CountsRepository {
  constructor(private readonly database: DataSource) {}

  /** @throws AlreadyCounting */
  async queue(roundId: string, rule: RuleSpec, startedBy: string, manager: EntityManager): Promise<string> {
    const [row] = await onConflict(
      'counts_one_at_a_time',
      () => new AlreadyCounting(),
      manager.query<[{ id: string }]>(
        'INSERT INTO counts (round_id, rule, started_by) VALUES ($1, $2, $3) RETURNING id',
        [roundId, JSON.stringify(rule), startedBy],
      ),
    );
    return row.id;
  }

  /** @throws CountNotFound */
  async byId(id: string, manager: EntityManager = this.database.manager): Promise<Count> {
    const [row] = await manager.query<Row[]>(`${SELECT} WHERE c.id = $1`, [id]);
    if (!row) throw new CountNotFound();
    return countOf(row);
  }

  /** Holds the count until the transaction ends. @throws CountNotFound */
  async locked(id: string, manager: EntityManager): Promise<Count> {
    await manager.query('SELECT 1 FROM counts WHERE id = $1 FOR UPDATE', [id]);
    return this.byId(id, manager);
  }

  /** Newest first. */
  async ofRound(roundId: string): Promise<Count[]> {
    const rows = await this.database.query<Row[]>(
      `${SELECT} WHERE c.round_id = $1 ORDER BY c.started_at DESC, c.id`,
      [roundId],
    );
    return rows.map(countOf);
  }

  async publishedOf(roundId: string): Promise<Count | undefined> {
    const [row] = await this.database.query<Row[]>(
      `${SELECT} WHERE c.round_id = $1 AND c.state = 'published'`,
      [roundId],
    );
    return row && countOf(row);
  }

  /** Of jobs that may have died with their process. */
  async unfinished(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM counts WHERE state IN ('queued', 'running') ORDER BY started_at`,
    );
    return rows.map(({ id }) => id);
  }

  async begin(id: string): Promise<void> {
    await this.database.query(
      `UPDATE counts SET state = 'running', progress = 0 WHERE id = $1 AND state IN ('queued', 'running')`,
      [id],
    );
  }

  async progress(id: string, progress: number): Promise<void> {
    await this.database.query(`UPDATE counts SET progress = $2 WHERE id = $1 AND state = 'running'`, [
      id,
      progress,
    ]);
  }

  async fail(id: string, failure: string): Promise<void> {
    await this.database.query(
      `UPDATE counts SET state = 'failed', failure = $2 WHERE id = $1 AND state IN ('queued', 'running')`,
      [id, failure],
    );
  }

  async keepResult(id: string, result: CountResult, manager: EntityManager): Promise<void> {
    const { outcome, measures, inputsSha256, seconds, projects } = result;
    await manager.query(
      `UPDATE counts SET state = 'run', progress = 1, outcome = $2, measures = $3, inputs_sha256 = $4, seconds = $5,
                         computed_at = clock_timestamp() WHERE id = $1`,
      [id, JSON.stringify(outcome), JSON.stringify(measures), inputsSha256, seconds],
    );
    await manager.query(
      `INSERT INTO count_projects (count_id, ballot_id, votes, score, funded, funded_order, sentences)
       SELECT $1, p."ballotId", p.votes, p.score, p.funded, p."order",
              ARRAY(SELECT jsonb_array_elements_text(p.sentences))
         FROM jsonb_to_recordset($2::jsonb) AS p("ballotId" text, votes int, score float8, funded boolean,
                                                 "order" int, sentences jsonb)`,
      [id, JSON.stringify(projects)],
    );
  }

  /** @throws AlreadySigned */
  async sign(id: string, personId: string, manager: EntityManager): Promise<void> {
    await onConflict(
      'count_signatures_pkey',
      () => new AlreadySigned(),
      manager.query('INSERT INTO count_signatures (count_id, person_id) VALUES ($1, $2)', [id, personId]),
    );
  }

  async signOff(id: string, manager: EntityManager): Promise<void> {
    await manager.query(`UPDATE counts SET state = 'signed-off' WHERE id = $1`, [id]);
  }

  /** @throws AnotherCountPublished */
  async publish(id: string, manager: EntityManager): Promise<void> {
    await onConflict(
      'counts_one_published',
      () => new AnotherCountPublished(),
      manager.query(`UPDATE counts SET state = 'published', published_at = clock_timestamp() WHERE id = $1`, [
        id,
      ]),
    );
  }

  /** Winners in the order they were funded, then the others by votes. */
  async projectsOf(id: string): Promise<CountedProject[]> {
    return this.database.query(
      `SELECT ballot_id AS "ballotId", votes, score, funded, funded_order AS "order",
              ARRAY(SELECT without_hidden(one, c.round_id) FROM unnest(sentences) WITH ORDINALITY AS s (one, nth)
                     ORDER BY nth) AS sentences
         FROM count_projects JOIN counts c ON c.id = count_id WHERE count_id = $1
        ORDER BY funded_order NULLS LAST, votes DESC, score DESC, ballot_id`,
      [id],
    );
  }

  async resultOf(id: string): Promise<{ outcome: Outcome; measures: Measures }> {
    const [row] = await this.database.query<{ outcome: Outcome; measures: Measures }[]>(
      'SELECT outcome, measures FROM counts WHERE id = $1 AND outcome IS NOT NULL',
      [id],
    );
    if (!row) throw new CountNotFound();
    return row;
  }

  async keepComparison(roundId: string, columns: readonly ComparedRule[]): Promise<void> {
    await this.database.query(
      'INSERT INTO count_comparisons (round_id, columns) VALUES ($1, $2) ON CONFLICT (round_id) DO NOTHING',
      [roundId, JSON.stringify(columns)],
    );
  }

  async comparisonOf(roundId: string): Promise<ComparedRule[] | undefined> {
    const [row] = await this.database.query<{ columns: ComparedRule[] }[]>(
      'SELECT columns FROM count_comparisons WHERE round_id = $1',
      [roundId],
    );
    return row?.columns;
  }
}

/** Turns the refusal of one constraint into the sentence for it. */
async function onConflict<Result>(
  constraint: string,
  refusal: () => Error,
  statement: Promise<Result>,
): Promise<Result> {
  try {
    return await statement;
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === constraint) throw refusal();
    throw error;
  }
}
