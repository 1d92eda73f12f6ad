import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { hashToken, newToken } from '../secret-token.js';
import type { CurrentUser } from './current-user.js';
import { sourceHash } from './source.js';

/** Days a session can be renewed for, and hours for one that can do officers' acts. */
const RESIDENT_DAYS = 30;
const SECOND_FACTOR_HOURS = 12;
/** Days an ended session is kept for, to know its source again. */
const KEPT_DAYS = 30;
/** Seconds in which a refresh token that was just exchanged still works: two tabs may ask at the same moment. */
const GRACE_SECONDS = 20;

export type EndReason =
  'signed-out' | 'signed-out-everywhere' | 'token-reused' | 'password-reset' | 'second-factor-changed';

/** A session that just began or was renewed, with the only copy of its new refresh token. */
export interface OpenSession {
  readonly id: string;
  readonly personId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

export type Renewal = { readonly session: OpenSession } | { readonly refused: 'unknown' | 'reused' };

interface FoundToken {
  readonly id: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly stands: boolean;
  readonly stale: boolean;
}

const PERSON_STANDS = 'p.confirmed_at IS NOT NULL AND p.suspended_at IS NULL AND p.left_at IS NULL';
const SESSION_STANDS = `s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND ${PERSON_STANDS}`;

@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The session's person, unless it ended or expired or the person is suspended or gone. */
  async standing(sessionId: string, personId: string): Promise<CurrentUser | null> {
    const [row] = await this.database.query<{ second_factor: boolean }[]>(
      `SELECT s.second_factor FROM sessions s JOIN people p ON p.id = s.person_id
       WHERE s.id = $1 AND s.person_id = $2 AND ${SESSION_STANDS}`,
      [sessionId, personId],
    );
    return row ? { id: personId, sessionId, secondFactor: row.second_factor } : null;
  }

  /**
   * Always a new id: a session known before signing in is never carried on.
   *
   * @param source where it began, to know an honest place again; `null` when it does not matter
   */
  async begin(
    personId: string,
    secondFactor: boolean,
    source: string | null = null,
    manager: EntityManager = this.database.manager,
  ): Promise<OpenSession> {
    await manager.query(
      `DELETE FROM sessions WHERE person_id = $1
         AND least(ended_at, expires_at) < clock_timestamp() - make_interval(days => $2)`,
      [personId, KEPT_DAYS],
    );
    const [row] = await manager.query<[{ id: string; expiresAt: Date }]>(
      `INSERT INTO sessions (person_id, second_factor, source_hash, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() +
         CASE WHEN $2 THEN make_interval(hours => $5) ELSE make_interval(days => $4) END)
       RETURNING id, expires_at AS "expiresAt"`,
      [personId, secondFactor, source && this.hashOf(source), RESIDENT_DAYS, SECOND_FACTOR_HOURS],
    );
    return { ...row, personId, refreshToken: await this.issueToken(row.id, manager) };
  }

  /**
   * Exchanges a refresh token for a new one. A token that was exchanged longer ago than the grace ends
   * its whole session: either its owner or a thief holds a copy, and nobody can tell which.
   */
  renew(refreshToken: string): Promise<Renewal> {
    return this.database.transaction(async (manager) => {
      const hash = hashToken(refreshToken);
      const [found] = await manager.query<FoundToken[]>(
        `SELECT s.id, s.person_id AS "personId", s.expires_at AS "expiresAt", ${SESSION_STANDS} AS stands,
           coalesce(t.rotated_at < clock_timestamp() - make_interval(secs => $2), false) AS stale
         FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN people p ON p.id = s.person_id
         WHERE t.hash = $1 FOR UPDATE OF t`,
        [hash, GRACE_SECONDS],
      );
      if (!found?.stands) return { refused: 'unknown' };
      const { id, personId, expiresAt } = found;
      if (found.stale) {
        await this.end(id, 'token-reused', manager);
        return { refused: 'reused' };
      }
      await manager.query(
        'UPDATE refresh_tokens SET rotated_at = coalesce(rotated_at, clock_timestamp()) WHERE hash = $1',
        [hash],
      );
      return {
        session: { id, personId, expiresAt, refreshToken: await this.issueToken(id, manager) },
      };
    });
  }

  async end(id: string, because: EndReason, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.query(
      'UPDATE sessions SET ended_at = clock_timestamp(), ended_because = $2 WHERE id = $1 AND ended_at IS NULL',
      [id, because],
    );
  }

  async endByToken(refreshToken: string, because: EndReason): Promise<void> {
    await this.database.query(
      `UPDATE sessions SET ended_at = clock_timestamp(), ended_because = $2
       WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = $1) AND ended_at IS NULL`,
      [hashToken(refreshToken), because],
    );
  }

  async endAll(
    personId: string,
    because: EndReason,
    manager: EntityManager = this.database.manager,
  ): Promise<void> {
    await manager.query(
      `UPDATE sessions SET ended_at = clock_timestamp(), ended_because = $2
       WHERE person_id = $1 AND ended_at IS NULL`,
      [personId, because],
    );
  }

  /** Whether this person began a session from there lately. */
  async knowsSource(personId: string, source: string): Promise<boolean> {
    const [row] = await this.database.query<[{ known: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM sessions WHERE person_id = $1 AND source_hash = $2
         AND started_at > clock_timestamp() - make_interval(days => $3)) AS known`,
      [personId, this.hashOf(source), KEPT_DAYS],
    );
    return row.known;
  }

  private hashOf(source: string): Buffer {
    return sourceHash(source, this.config.secretKey);
  }

  private async issueToken(sessionId: string, manager: EntityManager): Promise<string> {
    const token = newToken();
    await manager.query('INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)', [
      hashToken(token),
      sessionId,
    ]);
    return token;
  }
}
