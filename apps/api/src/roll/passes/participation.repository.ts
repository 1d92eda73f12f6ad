import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type Channel = 'online' | 'paper';

export interface Participation {
  readonly channel: Channel;
  /** `null` on paper. */
  readonly blindedSha256: Buffer | null;
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
   * The one statement that decides who votes where; the primary key is the judge. The day's count and the notice
   * are written by a trigger in the same transaction.
   *
   * @returns whether this call took it; committed when no manager is given
   */
  async take(
    election: string,
    elector: string,
    channel: Channel,
    blindedSha256: Buffer | null,
    manager: EntityManager = this.database.manager,
  ): Promise<boolean> {
    const taken = await manager.query<unknown[]>(
      `INSERT INTO roll.participation (election, elector, channel, blinded_sha256) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING elector`,
      [election, elector, channel, blindedSha256],
    );
    return taken.length > 0;
  }

  async of(
    election: string,
    elector: string,
    manager: EntityManager = this.database.manager,
  ): Promise<Participation | undefined> {
    const [found] = await manager.query<Participation[]>(
      `SELECT channel, blinded_sha256 AS "blindedSha256" FROM roll.participation
       WHERE election = $1 AND elector = $2`,
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
}
