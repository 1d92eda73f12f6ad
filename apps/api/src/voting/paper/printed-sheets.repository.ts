import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface SheetPrint {
  readonly id: string;
  readonly printedAt: Date;
  readonly copies: number;
}

/** Keeps the numbers of printed sheets; who was given which is known to nobody. */
@Injectable()
export class PrintedSheetsRepository {
  constructor(private readonly database: DataSource) {}

  async beginPrint(roundId: string, printedBy: string, manager: EntityManager): Promise<string> {
    const [{ id }] = await manager.query<[{ id: string }]>(
      'INSERT INTO sheet_prints (round_id, printed_by) VALUES ($1, $2) RETURNING id',
      [roundId, printedBy],
    );
    return id;
  }

  /** @returns how many were new */
  async add(
    roundId: string,
    printId: string,
    serials: readonly string[],
    manager: EntityManager,
  ): Promise<number> {
    const added = await manager.query<unknown[]>(
      `INSERT INTO printed_sheets (round_id, serial, print_id) SELECT $1, serial, $2 FROM unnest($3::text[]) serial
       ON CONFLICT DO NOTHING RETURNING serial`,
      [roundId, printId, serials],
    );
    return added.length;
  }

  /** Newest first. */
  prints(roundId: string): Promise<SheetPrint[]> {
    return this.database.query(
      `SELECT p.id, p.printed_at AS "printedAt", count(s.serial)::integer AS copies
         FROM sheet_prints p JOIN printed_sheets s ON s.print_id = p.id
        WHERE p.round_id = $1 GROUP BY p.id ORDER BY p.printed_at DESC`,
      [roundId],
    );
  }

  async serialsOf(roundId: string, printId: string): Promise<string[]> {
    const rows = await this.database.query<{ serial: string }[]>(
      'SELECT serial FROM printed_sheets WHERE round_id = $1 AND print_id = $2 ORDER BY serial',
      [roundId, printId],
    );
    return rows.map(({ serial }) => serial);
  }

  /** The first of these that was never printed for the round. */
  async firstUnknown(roundId: string, serials: readonly string[]): Promise<string | undefined> {
    const [unknown] = await this.database.query<{ serial: string }[]>(
      `SELECT serial FROM unnest($2::text[]) WITH ORDINALITY AS asked (serial, n)
        WHERE NOT EXISTS (SELECT 1 FROM printed_sheets p WHERE p.round_id = $1 AND p.serial = asked.serial)
        ORDER BY n LIMIT 1`,
      [roundId, serials],
    );
    return unknown?.serial;
  }
}
