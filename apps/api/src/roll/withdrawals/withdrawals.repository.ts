import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { seal, unseal } from '../../platform/sealing/index.js';
import type { PersonDetails } from '../matching/match-keys.js';

/** What is to be taken back: all that a file brought, or one person with what the asking officer knows of them. */
export type Withdrawn =
  { readonly upload: string } | { readonly elector: string; readonly details: PersonDetails };

export interface Withdrawal {
  readonly withdrawal: string;
  readonly upload: string | null;
  readonly reason: string;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
  readonly droppedAt: Date | null;
  readonly removed: number | null;
  /** Of somebody who is to be taken off, until it is decided. */
  readonly person: { readonly elector: string; readonly details: PersonDetails } | null;
}

interface Row extends Omit<Withdrawal, 'person'> {
  readonly elector: string | null;
  readonly sealed: Buffer | null;
}

const COLUMNS = `withdrawal, upload, elector, sealed_details AS sealed, reason, asked_by AS "askedBy",
  asked_at AS "askedAt", confirmed_at AS "confirmedAt", dropped_at AS "droppedAt", removed`;
/** A few seconds' work. */
const PART = 10_000;
const OPEN = 'confirmed_at IS NULL AND dropped_at IS NULL';

/** Keeps requests to take back voters. Who a request is about is sealed while it waits, and erased once it is decided. */
@Injectable()
export class WithdrawalsRepository {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns whether it is new: one waits already otherwise, or the file was taken back */
  async ask(
    withdrawal: string,
    election: string,
    what: Withdrawn,
    reason: string,
    askedBy: string,
    manager: EntityManager,
  ): Promise<boolean> {
    const [upload, elector, sealed] =
      'upload' in what
        ? [what.upload, null, null]
        : [null, what.elector, this.sealed(withdrawal, what.details)];
    const asked = await manager.query<unknown[]>(
      `INSERT INTO roll.withdrawal (withdrawal, election, upload, elector, sealed_details, reason, asked_by)
       SELECT $1, $2, $3, $4, $5, $6, $7
        WHERE NOT EXISTS (SELECT FROM roll.withdrawal w WHERE w.upload = $3 AND w.confirmed_at IS NOT NULL)
       ON CONFLICT DO NOTHING RETURNING withdrawal`,
      [withdrawal, election, upload, elector, sealed, reason, askedBy],
    );
    return asked.length > 0;
  }

  async open(election: string, withdrawal: string): Promise<Withdrawal | undefined> {
    const [row] = await this.database.query<Row[]>(
      `SELECT ${COLUMNS} FROM roll.withdrawal WHERE election = $1 AND withdrawal = $2 AND ${OPEN}`,
      [election, withdrawal],
    );
    return row && this.read(row);
  }

  /**
   * The database does it: only for a request that is open and that somebody else made.
   *
   * @param told what people read whose account is no longer on the roll
   * @returns how many were taken off, or `null` when it is not open any more
   */
  async confirm(
    withdrawal: string,
    confirmedBy: string,
    told: string,
    manager: EntityManager,
  ): Promise<number | null> {
    for (;;) {
      const [{ gone, finished }] = await manager.query<[{ gone: number | null; finished: boolean | null }]>(
        'SELECT gone, finished FROM roll.withdraw($1, $2, $3, $4)',
        [withdrawal, confirmedBy, told, PART],
      );
      if (finished !== false) return gone;
    }
  }

  async drop(withdrawal: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE roll.withdrawal SET dropped_at = clock_timestamp(), elector = NULL, sealed_details = NULL
       WHERE withdrawal = $1 AND ${OPEN}`,
      [withdrawal],
    );
  }

  /** Those that wait first, then the newest. */
  async list(election: string): Promise<Withdrawal[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT ${COLUMNS} FROM roll.withdrawal WHERE election = $1
       ORDER BY (${OPEN}) DESC, asked_at DESC LIMIT 200`,
      [election],
    );
    return rows.map((row) => this.read(row));
  }

  /** Those that somebody else asked for. */
  async countWaitingFor(election: string, reader: string): Promise<number> {
    const [{ n }] = await this.database.query<[{ n: number }]>(
      `SELECT count(*)::integer AS n FROM roll.withdrawal
       WHERE election = $1 AND ${OPEN} AND asked_by IS DISTINCT FROM $2`,
      [election, reader],
    );
    return n;
  }

  private sealed(withdrawal: string, details: PersonDetails): Buffer {
    return seal(Buffer.from(JSON.stringify(details)), owner(withdrawal), this.config.secretKey);
  }

  private read({ elector, sealed, ...row }: Row): Withdrawal {
    if (elector === null || sealed === null) return { ...row, person: null };
    const text = unseal(sealed, owner(row.withdrawal), this.config.secretKey).toString();
    return { ...row, person: { elector, details: JSON.parse(text) as PersonDetails } };
  }
}

const owner = (withdrawal: string): string => `roll.withdrawal:${withdrawal}`;
