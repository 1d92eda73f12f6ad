import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What everybody was told before the dice were thrown. */
export interface Announcement {
  readonly sheets: number;
  readonly thrownAt: Date;
  readonly place: string;
  readonly announcedAt: Date;
}

@Injectable()
export class AnnouncedSamplesRepository {
  constructor(private readonly database: DataSource) {}

  async of(roundId: string): Promise<(Announcement & { readonly isDue: boolean }) | undefined> {
    const [found] = await this.database.query<(Announcement & { isDue: boolean })[]>(
      `SELECT sheets, thrown_at AS "thrownAt", place, announced_at AS "announcedAt",
              thrown_at <= clock_timestamp() AS "isDue" FROM announced_samples WHERE round_id = $1`,
      [roundId],
    );
    return found;
  }

  /** @returns false when one was announced before */
  async add(
    roundId: string,
    { sheets, thrownAt, place }: Pick<Announcement, 'sheets' | 'thrownAt' | 'place'>,
    announcedBy: string,
    manager: EntityManager,
  ): Promise<boolean> {
    const added = await manager.query<unknown[]>(
      `INSERT INTO announced_samples (round_id, sheets, thrown_at, place, announced_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING round_id`,
      [roundId, sheets, thrownAt, place, announcedBy],
    );
    return added.length > 0;
  }

  async isPast(at: Date): Promise<boolean> {
    const [{ past }] = await this.database.query<[{ past: boolean }]>(
      'SELECT $1::timestamptz <= clock_timestamp() AS past',
      [at],
    );
    return past;
  }
}
