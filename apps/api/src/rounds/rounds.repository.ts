import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Phase, PHASE_KINDS } from './phases.js';
import type { OverridePhase } from './round-state.js';
import type { Round, RoundPlan, RoundSource } from './round.js';
import { roundOf, ROW, type RoundRow } from './rounds.rows.js';

/** A stored round with the moment it was read at, by the clock of the database. */
export interface RoundRead {
  readonly round: Round;
  readonly now: Date;
}

export interface NewRound extends RoundPlan {
  readonly wantedSlug: string;
  readonly placeId: string;
  readonly currency: string;
  readonly phases: readonly Phase[];
  readonly createdBy: string | null;
  readonly opened: boolean;
  readonly importedFrom: RoundSource | null;
  readonly ballots: number | null;
  readonly invented: boolean;
}

/** One entry of the public history. */
export interface RoundEvent {
  readonly at: Date;
  readonly what: string;
  readonly reason: string | null;
  readonly by: string;
}

const PHASE_COLUMNS = PHASE_KINDS.flatMap((kind) => [`${kind}_opens_at`, `${kind}_closes_at`]);
const PLAN_COLUMNS = [
  'title',
  'summary',
  'description',
  'pots',
  'budget_pence',
  'minimum_age',
  'connections',
  'ballot_style',
  'min_choices',
  'max_choices',
  'points_per_ballot',
  'rule',
  ...PHASE_COLUMNS,
];

@Injectable()
export class RoundsRepository {
  constructor(private readonly database: DataSource) {}

  async bySlug(slug: string): Promise<RoundRead | undefined> {
    return this.one(`${ROW} WHERE slug = $1`, slug, this.database.manager);
  }

  async byId(id: string): Promise<RoundRead | undefined> {
    return this.one(`${ROW} WHERE id = $1`, id, this.database.manager);
  }

  /** Holds the round until the transaction ends; others may still refer to it. */
  async locked(id: string, manager: EntityManager): Promise<RoundRead | undefined> {
    return this.one(`${ROW} WHERE id = $1 FOR NO KEY UPDATE`, id, manager);
  }

  /** Newest first. @param placeIds only those of these places */
  async list(placeIds?: readonly string[]): Promise<RoundRead[]> {
    const rows = await this.database.query<RoundRow[]>(
      `${ROW} WHERE $1::uuid[] IS NULL OR place_id = ANY ($1) ORDER BY created_at DESC, id`,
      [placeIds ?? null],
    );
    return rows.map(readOf);
  }

  async byIds(ids: readonly string[]): Promise<RoundRead[]> {
    return (await this.database.query<RoundRow[]>(`${ROW} WHERE id = ANY ($1)`, [ids])).map(readOf);
  }

  /** Rounds whose paper may be due: opened, not cancelled, not frozen yet. */
  async idsWithoutPaper(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `SELECT id FROM rounds WHERE opened_at IS NOT NULL AND cancelled_at IS NULL AND paper_sha256 IS NULL
         AND (voting_opens_at <= clock_timestamp() OR override_phase IS NOT NULL OR imported_from IS NOT NULL)`,
    );
    return rows.map(({ id }) => id);
  }

  async now(manager: EntityManager): Promise<Date> {
    const [{ now }] = await manager.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
    return now;
  }

  /**
   * Takes the first slug of `wanted`, `wanted-2`, `wanted-3` ... that is free. Only somebody after the very
   * same slug waits, so that a long import holds nobody else up.
   */
  async add(round: NewRound, manager: EntityManager): Promise<{ id: string; slug: string }> {
    const columns = [
      ...PLAN_COLUMNS,
      'slug',
      'place_id',
      'currency',
      'created_by',
      'imported_from',
      'ballots',
      'invented',
    ];
    const values = [
      ...planValues(round),
      '',
      round.placeId,
      round.currency,
      round.createdBy,
      round.importedFrom && JSON.stringify(round.importedFrom),
      round.ballots,
      round.invented,
    ];
    const insert = `INSERT INTO rounds (${columns.join()}, opened_at)
      VALUES (${values.map((_, n) => `$${n + 1}`).join()}, ${round.opened ? 'clock_timestamp()' : 'NULL'})
      ON CONFLICT (slug) DO NOTHING RETURNING id, slug`;
    for (;;) {
      values[columns.indexOf('slug')] = await this.freeSlug(round.wantedSlug, manager);
      const [added] = await manager.query<{ id: string; slug: string }[]>(insert, values);
      if (added) return added;
    }
  }

  async change(
    id: string,
    plan: RoundPlan & { placeId: string; phases: readonly Phase[] },
    manager: EntityManager,
  ): Promise<void> {
    const sets = ['place_id', ...PLAN_COLUMNS].map((column, n) => `${column} = $${n + 2}`);
    await manager.query(`UPDATE rounds SET ${sets.join()} WHERE id = $1`, [
      id,
      plan.placeId,
      ...planValues(plan),
    ]);
  }

  async open(id: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE rounds SET opened_at = clock_timestamp() WHERE id = $1', [id]);
  }

  async override(id: string, phase: OverridePhase, reason: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE rounds SET override_phase = $2, override_reason = $3, override_at = clock_timestamp() WHERE id = $1`,
      [id, phase, reason],
    );
  }

  async cancel(id: string, reason: string, manager: EntityManager): Promise<void> {
    await manager.query(
      'UPDATE rounds SET cancelled_at = clock_timestamp(), cancelled_reason = $2 WHERE id = $1',
      [id, reason],
    );
  }

  async freeze(id: string, canonical: string, sha256: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE rounds SET paper_canonical = $2, paper_sha256 = $3, paper_frozen_at = clock_timestamp() WHERE id = $1`,
      [id, canonical, sha256],
    );
  }

  async canonicalPaper(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ paper: string | null }[]>(
      'SELECT paper_canonical AS paper FROM rounds WHERE id = $1',
      [id],
    );
    return row?.paper ?? null;
  }

  async noteBallots(id: string, ballots: number, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE rounds SET ballots = $2 WHERE id = $1', [id, ballots]);
  }

  async noteCount(id: string, countId: string, moneyLeft: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE rounds SET published_count_id = $2, money_left = $3 WHERE id = $1', [
      id,
      countId,
      moneyLeft,
    ]);
  }

  async noteDecision(id: string, decisionNumber: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE rounds SET decision_number = $2, decided_at = coalesce(decided_at, clock_timestamp()) WHERE id = $1`,
      [id, decisionNumber],
    );
  }

  async tell(
    id: string,
    event: { what: string; reason?: string; by: string; actorId: string | null },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      'INSERT INTO round_events (round_id, what, reason, by_role, actor_id) VALUES ($1, $2, $3, $4, $5)',
      [id, event.what, event.reason ?? null, event.by, event.actorId],
    );
  }

  history(id: string): Promise<RoundEvent[]> {
    return this.database.query(
      'SELECT at, what, reason, by_role AS by FROM round_events WHERE round_id = $1 ORDER BY id',
      [id],
    );
  }

  private async freeSlug(wanted: string, manager: EntityManager): Promise<string> {
    const [{ slug }] = await manager.query<[{ slug: string }]>(
      `SELECT slug FROM (SELECT n, $1 || CASE n WHEN 1 THEN '' ELSE '-' || n END AS slug
                         FROM generate_series(1, 10000) n) candidates
       WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE rounds.slug = candidates.slug) ORDER BY n LIMIT 1`,
      [wanted],
    );
    return slug;
  }

  private async one(sql: string, key: string, manager: EntityManager): Promise<RoundRead | undefined> {
    const [row] = await manager.query<RoundRow[]>(sql, [key]);
    return row && readOf(row);
  }
}

const readOf = (row: RoundRow): RoundRead => ({ round: roundOf(row), now: row.now });

function planValues({ phases, ...plan }: RoundPlan & { phases: readonly Phase[] }): unknown[] {
  return [
    plan.title,
    plan.summary,
    plan.description,
    JSON.stringify(plan.pots),
    plan.pots.reduce((sum, { amountPence }) => sum + amountPence, 0),
    plan.eligibility.minimumAge,
    plan.eligibility.connections,
    plan.ballotStyle,
    plan.minChoices,
    plan.maxChoices,
    plan.pointsPerBallot,
    JSON.stringify(plan.rule),
    ...PHASE_KINDS.flatMap((kind) => {
      const phase = phases.find((one) => one.kind === kind);
      return [phase?.opensAt ?? null, phase?.closesAt ?? null];
    }),
  ];
}
