import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface IssuedOnDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly online: number;
  readonly paper: number;
}

export interface StyleCounts {
  readonly style: string;
  readonly electors: number;
  readonly online: number;
  readonly paper: number;
}

/** Counts, never people. */
@Injectable()
export class TurnoutRepository {
  constructor(private readonly database: DataSource) {}

  styles(election: string): Promise<StyleCounts[]> {
    return this.database.query(
      `SELECT e.style, count(*)::integer AS electors,
         (count(*) FILTER (WHERE p.channel = 'online'))::integer AS online,
         (count(*) FILTER (WHERE p.channel = 'paper'))::integer AS paper
       FROM roll.elector e LEFT JOIN roll.participation p ON p.election = e.election AND p.elector = e.elector
       WHERE e.election = $1 GROUP BY e.style ORDER BY e.style`,
      [election],
    );
  }

  /** Passes issued, those that were later lost and issued again among them. */
  days(election: string): Promise<IssuedOnDay[]> {
    return this.database.query(
      `SELECT day::text, coalesce(sum(n) FILTER (WHERE channel = 'online'), 0)::integer AS online,
         coalesce(sum(n) FILTER (WHERE channel = 'paper'), 0)::integer AS paper
       FROM roll.issue_count WHERE election = $1 GROUP BY day ORDER BY day`,
      [election],
    );
  }

  async reissues(election: string): Promise<number> {
    const [{ n }] = await this.database.query<[{ n: number }]>(
      'SELECT count(*)::integer AS n FROM roll.reissue WHERE election = $1 AND confirmed_at IS NOT NULL',
      [election],
    );
    return n;
  }
}
