import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { seal, unseal } from '../../platform/sealing/index.js';

export interface SecondFactor {
  /** In use; `null` until the first code was right. */
  readonly secret: Uint8Array | null;
  /** Being set up. */
  readonly pending: Uint8Array | null;
}

@Injectable()
export class SecondFactorsRepository {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(personId: string): Promise<SecondFactor> {
    const [row] = await this.database.query<{ secret: Buffer | null; pending: Buffer | null }[]>(
      'SELECT secret, pending_secret AS pending FROM second_factors WHERE person_id = $1',
      [personId],
    );
    const open = (sealed: Buffer | null | undefined): Buffer | null =>
      sealed ? unseal(sealed, personId, this.config.secretKey) : null;
    return { secret: open(row?.secret), pending: open(row?.pending) };
  }

  async putPending(personId: string, secret: Uint8Array): Promise<void> {
    await this.database.query(
      `INSERT INTO second_factors (person_id, pending_secret) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET pending_secret = EXCLUDED.pending_secret`,
      [personId, seal(secret, personId, this.config.secretKey)],
    );
  }

  /** Puts the secret to use; `step` is the one whose code proved it, and is used up. */
  async turnOn(personId: string, secret: Uint8Array, step: number, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE second_factors SET secret = $2, pending_secret = NULL, turned_on_at = clock_timestamp(),
         last_step = greatest(last_step, $3::bigint) WHERE person_id = $1`,
      [personId, seal(secret, personId, this.config.secretKey), step],
    );
  }

  /** @returns whether this step was still unused: of two requests with one code, one is told yes */
  async useStep(personId: string, step: number): Promise<boolean> {
    const [, used] = await this.database.query<[unknown[], number]>(
      `UPDATE second_factors SET last_step = $2 WHERE person_id = $1 AND (last_step IS NULL OR last_step < $2)`,
      [personId, step],
    );
    return used === 1;
  }

  async replaceRecoveryCodes(personId: string, hashes: Buffer[], manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
    await manager.query('INSERT INTO recovery_codes (person_id, hash) SELECT $1, unnest($2::bytea[])', [
      personId,
      hashes,
    ]);
  }

  /** @returns whether there was such a code; it is gone now */
  async useRecoveryCode(personId: string, hash: Buffer): Promise<boolean> {
    const [, used] = await this.database.query<[unknown[], number]>(
      'DELETE FROM recovery_codes WHERE person_id = $1 AND hash = $2',
      [personId, hash],
    );
    return used === 1;
  }
}
