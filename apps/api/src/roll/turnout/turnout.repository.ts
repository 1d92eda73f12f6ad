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
  /** Online passes issued a second time. */
  readonly reissued: number;
}

/** Counts, never people. */
@Injectable()
export class TurnoutRepository {
  constructor(private readonly database: DataSource) {}

  async styles(election: string): Promise<StyleCounts[]> {
    const kept = await this.database.query<StyleCounts[]>(
      `SELECT style, electors, online, paper, reissued FROM roll.kept_count WHERE election = $1 ORDER BY style`,
      [election],
    );
    if (kept.length > 0) return kept;
    return this.database.query(
      `SELECT e.style, count(*)::integer AS electors,
         (count(*) FILTER (WHERE p.channel = 'online'))::integer AS online,
         (count(*) FILTER (WHERE p.channel = 'paper'))::integer AS paper,
         (SELECT count(*) FROM roll.reissue r JOIN roll.elector o ON o.election = r.election AND o.elector = r.elector
          WHERE r.election = $1 AND o.style = e.style AND r.confirmed_at IS NOT NULL)::integer AS reissued
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
}
