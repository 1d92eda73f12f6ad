import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { CurrentUser } from './current-user.js';

/** Days a session can be renewed for, and hours for one that can do officers' acts. */
const RESIDENT_DAYS = 30;
const SECOND_FACTOR_HOURS = 12;

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: DataSource) {}

  /** The session's person, unless it ended or expired or the person is suspended or gone. */
  async standing(sessionId: string, personId: string): Promise<CurrentUser | null> {
    const [row] = await this.database.query<{ second_factor: boolean }[]>(
      `SELECT s.second_factor FROM sessions s JOIN people p ON p.id = s.person_id
       WHERE s.id = $1 AND s.person_id = $2 AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
         AND p.confirmed_at IS NOT NULL AND p.suspended_at IS NULL AND p.left_at IS NULL`,
      [sessionId, personId],
    );
    return row ? { id: personId, sessionId, secondFactor: row.second_factor } : null;
  }

  /** Always a new id: a session known before signing in is never carried on. */
  async begin(
    personId: string,
    secondFactor: boolean,
    manager: EntityManager = this.database.manager,
  ): Promise<string> {
    const [row] = await manager.query<[{ id: string }]>(
      `INSERT INTO sessions (person_id, second_factor, expires_at)
       VALUES ($1, $2, clock_timestamp() + CASE WHEN $2 THEN make_interval(hours => $4) ELSE make_interval(days => $3) END)
       RETURNING id`,
      [personId, secondFactor, RESIDENT_DAYS, SECOND_FACTOR_HOURS],
    );
    return row.id;
  }
}
