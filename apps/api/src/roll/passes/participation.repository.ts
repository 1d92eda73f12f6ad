import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type Channel = 'online' | 'paper';

export interface Participation {
  readonly channel: Channel;
}

/** Keeps who holds a pass: one row per elector over all channels, without a time. */
@Injectable()
export class ParticipationRepository {
  constructor(private readonly database: DataSource) {}

  /** The entry an account is linked to. */
  async electorOf(election: string, person: string): Promise<{ elector: string; style: string } | undefined> {
    const [found] = await this.database.query<{ elector: string; style: string }[]>(
      `SELECT e.elector, e.style FROM roll.claim c
       JOIN roll.elector e ON e.election = c.election AND e.elector = c.elector
       WHERE c.election = $1 AND c.person = $2`,
      [election, person],
    );
    return found;
  }

  /**
   * A sheet is handed out; the primary key is the judge over all channels. The day's count and the notice are
   * written by a trigger in the same transaction. Online passes are the issuer's to note, in a role of its own.
   *
   * @returns whether this call took it
   */
  async takePaper(election: string, elector: string, manager: EntityManager): Promise<boolean> {
    const taken = await manager.query<unknown[]>(
      `INSERT INTO roll.participation (election, elector, channel) VALUES ($1, $2, 'paper')
       ON CONFLICT DO NOTHING RETURNING elector`,
      [election, elector],
    );
    return taken.length > 0;
  }

  async of(
    election: string,
    elector: string,
    manager: EntityManager = this.database.manager,
  ): Promise<Participation | undefined> {
    const [found] = await manager.query<Participation[]>(
      'SELECT channel FROM roll.participation WHERE election = $1 AND elector = $2',
      [election, elector],
    );
    return found;
  }

  /** For a pass that was lost before a vote was cast. @returns whether there was an online one */
  async giveUp(election: string, elector: string, manager: EntityManager): Promise<boolean> {
    const [, gone] = await manager.query<[unknown[], number]>(
      `DELETE FROM roll.participation WHERE election = $1 AND elector = $2 AND channel = 'online'`,
      [election, elector],
    );
    return gone > 0;
  }

  /**
   * Writes who took part anew, in an order of chance, wherever twenty have come since the last time (more in a large
   * vote, any at night): the order of the rows would tell whose ballot is in which batch.
   */
  async stir(): Promise<void> {
    await this.database.query(
      `SELECT roll.stir(CASE WHEN (clock_timestamp() AT TIME ZONE 'Europe/London')::time
         BETWEEN '02:00' AND '03:00' THEN 1 ELSE 20 END)`,
    );
  }
}
