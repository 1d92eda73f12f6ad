import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class SpentRollsRepository {
  constructor(private readonly database: DataSource) {}

  /** Frozen rolls whose vote closed so many days ago by the timetable and whose rows are still there. */
  spent(days: number): Promise<{ election: string; slug: string }[]> {
    return this.database.query(
      `SELECT r.id AS election, r.slug FROM rounds r JOIN roll.frozen f ON f.election = r.id
       WHERE r.voting_closes_at < clock_timestamp() - make_interval(days => $1)
         AND NOT EXISTS (SELECT FROM roll.kept_count k WHERE k.election = r.id)
         AND EXISTS (SELECT FROM roll.elector e WHERE e.election = r.id)`,
      [days],
    );
  }

  /** Keeps the counts and deletes who took part, who an elector was, and by what they could be found. */
  async destroy(election: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `INSERT INTO roll.kept_count (election, style, electors, online, paper, reissued)
       SELECT e.election, e.style, count(*), count(*) FILTER (WHERE p.channel = 'online'),
         count(*) FILTER (WHERE p.channel = 'paper'),
         (SELECT count(*) FROM roll.reissue r JOIN roll.elector o ON o.election = r.election AND o.elector = r.elector
          WHERE r.election = $1 AND o.style = e.style AND r.confirmed_at IS NOT NULL)
       FROM roll.elector e LEFT JOIN roll.participation p ON p.election = e.election AND p.elector = e.elector
       WHERE e.election = $1 GROUP BY e.election, e.style`,
      [election],
    );
    for (const sql of [
      'DELETE FROM roll.notice WHERE election = $1',
      'DELETE FROM roll.participation WHERE election = $1',
      'DELETE FROM roll.claim WHERE election = $1',
      'DELETE FROM roll.match_key WHERE election = $1',
      'DELETE FROM roll.reissue WHERE election = $1',
      'DELETE FROM roll.withdrawal WHERE election = $1',
      'DELETE FROM roll.upload WHERE election = $1',
    ]) {
      await manager.query(sql, [election]);
    }
  }
}
