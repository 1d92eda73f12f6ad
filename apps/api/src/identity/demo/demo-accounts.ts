import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '../../platform/clock/index.js';
import { type Config, CONFIG } from '../../platform/config/index.js';
import type { Role } from '../roles/role.js';
import { unseal } from '../../platform/sealing/index.js';
import { codeOf, secondsLeftIn, stepAt } from '../second-factor/totp.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.js';

export interface DemoAccount {
  readonly email: string;
  readonly displayName: string;
  readonly roles: Role[];
  readonly password: string;
}

export interface DemoCode {
  readonly email: string;
  readonly code: string;
  readonly secondsLeft: number;
}

/** What a visitor of the demo needs to sign in as anybody. Knows demo accounts alone, whatever the mode. */
@Injectable()
export class DemoAccounts {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<DemoAccount[]> {
    const rows = await this.database.query<Omit<DemoAccount, 'password'>[]>(
      `SELECT p.email, p.display_name AS "displayName",
         coalesce(jsonb_agg(DISTINCT r.role) FILTER (WHERE r.role IS NOT NULL), '[]') AS roles
       FROM people p LEFT JOIN roles_in_force r ON r.person_id = p.id
       WHERE p.demo AND p.left_at IS NULL GROUP BY p.id`,
    );
    return inOrder(rows).map((row) => ({ ...row, password: DEMO_PASSWORD }));
  }

  /** The codes the accounts' authenticator apps would show. A code that was used up is followed by the next one. */
  async codes(): Promise<DemoCode[]> {
    const now = await this.clock.now();
    const rows = await this.database.query<
      { id: string; email: string; secret: Buffer; lastStep: string | null }[]
    >(
      `SELECT p.id, p.email, f.secret, f.last_step AS "lastStep"
       FROM people p JOIN second_factors f ON f.person_id = p.id
       WHERE p.demo AND p.left_at IS NULL AND f.secret IS NOT NULL`,
    );
    return inOrder(rows).map(({ id, email, secret, lastStep }) => {
      const step = Math.max(stepAt(now), Number(lastStep ?? 0) + 1);
      const code = codeOf(unseal(secret, id, this.config.secretKey), step);
      return { email, code, secondsLeft: secondsLeftIn(step, now) };
    });
  }
}

function inOrder<Row extends { email: string }>(rows: Row[]): Row[] {
  const place = new Map(DEMO_PEOPLE.map(({ email }, at) => [email, at]));
  const at = ({ email }: Row): number => place.get(email) ?? DEMO_PEOPLE.length;
  return rows.sort((a, b) => at(a) - at(b));
}
