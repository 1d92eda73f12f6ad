import { fromBase64url, paperCredential, type Choice, type PaperBatch } from '@commonthread/ballot-protocol';
import { canonicalJson, type Json } from '@commonthread/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { KeeperDatabase } from '../platform/database/index.js';
import type { Batch, Ruling, Sheet, Turn } from './batch.js';
import { SerialTaken } from './paper.errors.js';

interface SheetRow {
  serial: string;
  style: string;
  choices: string;
}

/** A sealed sheet as the log takes it. */
export interface SheetLeaf {
  readonly serial: string;
  readonly style: string;
  readonly body: string;
  readonly commitment: Uint8Array;
}

const BATCH = `election, batch, issued, in_box AS "inBox", spoiled, returned, missing, counted_by AS "countedBy",
  first_keyer AS "firstKeyer", first_done AS "firstDone", second_keyer AS "secondKeyer", second_done AS "secondDone",
  sealed_by AS "sealedBy", keyed, discrepancy,
  (SELECT count(*)::int FROM paper.entry e
    WHERE e.election = batch.election AND e.batch = batch.batch AND e.turn = 1) AS "firstEntered",
  (SELECT count(*)::int FROM paper.entry e
    WHERE e.election = batch.election AND e.batch = batch.batch AND e.turn = 2) AS "secondEntered"`;

@Injectable()
export class PaperRepository {
  constructor(private readonly database: KeeperDatabase) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  async all(election: string, manager?: EntityManager): Promise<Batch[]> {
    return (manager ?? this.database).query(
      `SELECT ${BATCH} FROM paper.batch WHERE election = $1 ORDER BY batch COLLATE "C"`,
      [election],
    );
  }

  /** Holds the batch until the transaction ends. */
  async locked(election: string, batch: string, manager: EntityManager): Promise<Batch | undefined> {
    const rows = await manager.query<Batch[]>(
      `SELECT ${BATCH} FROM paper.batch WHERE election = $1 AND batch = $2 FOR UPDATE`,
      [election, batch],
    );
    return rows[0];
  }

  /** @returns false when it was declared before or the election is finished */
  async declare(
    batch: Omit<PaperBatch, 'keyed' | 'discrepancy'>,
    election: string,
    countedBy: readonly string[],
  ): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      `INSERT INTO paper.batch (election, batch, issued, in_box, spoiled, returned, missing, counted_by)
       SELECT id, $2, $3, $4, $5, $6, $7, $8 FROM urn.election WHERE id = $1 AND state <> 'finished'
       ON CONFLICT DO NOTHING RETURNING batch`,
      [
        election,
        batch.batch,
        batch.issued,
        batch.inBox,
        batch.spoiled,
        batch.returned,
        batch.missing,
        countedBy,
      ],
    );
    return rows.length > 0;
  }

  async takeTurn({ election, batch }: Batch, turn: Turn, by: string, manager: EntityManager): Promise<void> {
    await manager.query(
      turn === 1
        ? 'UPDATE paper.batch SET first_keyer = $3 WHERE election = $1 AND batch = $2'
        : 'UPDATE paper.batch SET second_keyer = $3 WHERE election = $1 AND batch = $2',
      [election, batch, by],
    );
  }

  async endTurn({ election, batch }: Batch, turn: Turn, manager: EntityManager): Promise<void> {
    await manager.query(
      turn === 1
        ? 'UPDATE paper.batch SET first_done = true WHERE election = $1 AND batch = $2'
        : 'UPDATE paper.batch SET second_done = true WHERE election = $1 AND batch = $2',
      [election, batch],
    );
  }

  /** @throws SerialTaken */
  async enter({ election, batch }: Batch, turn: Turn, sheet: Sheet, manager: EntityManager): Promise<void> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO paper.entry (election, batch, serial, turn, style, choices) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING serial`,
      [election, batch, sheet.serial, turn, sheet.style, choicesText(sheet.choices)],
    );
    if (rows.length === 0) throw new SerialTaken(sheet.serial);
  }

  /** @returns whether there was one */
  async withdraw(
    { election, batch }: Batch,
    turn: Turn,
    serial: string,
    manager: EntityManager,
  ): Promise<boolean> {
    const [, removed] = await manager.query<[unknown[], number]>(
      'DELETE FROM paper.entry WHERE election = $1 AND batch = $2 AND turn = $3 AND serial = $4',
      [election, batch, turn, serial],
    );
    return removed > 0;
  }

  async entries({ election, batch }: Batch, turn: Turn, manager: EntityManager): Promise<Sheet[]> {
    const rows = await manager.query<SheetRow[]>(
      'SELECT serial, style, choices FROM paper.entry WHERE election = $1 AND batch = $2 AND turn = $3 ORDER BY serial',
      [election, batch, turn],
    );
    return rows.map(sheetOf);
  }

  async rule(
    { election, batch }: Batch,
    { serial, sheet }: Ruling,
    told: { readonly by: string; readonly reason: string },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO paper.ruling (election, batch, serial, style, choices, reason, ruled_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (election, serial) DO UPDATE SET style = EXCLUDED.style, choices = EXCLUDED.choices,
         reason = EXCLUDED.reason, ruled_by = EXCLUDED.ruled_by`,
      [
        election,
        batch,
        serial,
        sheet?.style ?? null,
        sheet && choicesText(sheet.choices),
        told.reason,
        told.by,
      ],
    );
  }

  async rulings({ election, batch }: Batch, manager: EntityManager): Promise<Ruling[]> {
    const rows = await manager.query<{ serial: string; style: string | null; choices: string | null }[]>(
      'SELECT serial, style, choices FROM paper.ruling WHERE election = $1 AND batch = $2',
      [election, batch],
    );
    return rows.map(({ serial, style, choices }) => ({
      serial,
      sheet: style !== null && choices !== null ? sheetOf({ serial, style, choices }) : null,
    }));
  }

  /** Seals the batch and puts its sheets among the ballots that wait. @throws SerialTaken */
  async seal(
    { election, batch }: Batch,
    sheets: readonly SheetLeaf[],
    { by, discrepancy }: { readonly by: readonly string[]; readonly discrepancy: string | null },
    manager: EntityManager,
  ): Promise<void> {
    for (const { serial, style, body, commitment } of sheets) {
      const cred = Buffer.from(fromBase64url(paperCredential(batch, serial)));
      const added = await manager.query<unknown[]>(
        `INSERT INTO paper.sheet (election, batch, serial, cred) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING serial`,
        [election, batch, serial, cred],
      );
      if (added.length === 0) throw new SerialTaken(serial);
      await manager.query(
        `INSERT INTO urn.ballot (election, style, cred, rev, commitment, body, source)
         VALUES ($1, $2, $3, 1, $4, $5, 'paper')`,
        [election, style, cred, Buffer.from(commitment), body],
      );
    }
    await manager.query(
      'UPDATE paper.batch SET sealed_by = $3, keyed = $4, discrepancy = $5 WHERE election = $1 AND batch = $2',
      [election, batch, by, sheets.length, discrepancy],
    );
  }
}

const choicesText = (choices: readonly Choice[]): string => canonicalJson(choices as unknown as Json);

const sheetOf = ({ serial, style, choices }: SheetRow): Sheet => ({
  serial,
  style,
  choices: JSON.parse(choices) as Choice[],
});
