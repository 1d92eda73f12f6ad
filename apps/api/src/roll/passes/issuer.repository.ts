import { createPrivateKey, createPublicKey } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { unseal } from '../../platform/sealing/index.js';
import { IssuerDatabase } from './issuer-database.js';
import { type IssuerKey, ownerOfKey } from './issuer-keys.repository.js';
import type { Participation } from './participation.repository.js';

/** Everything the issuer asks of the database, in the role that may do this and no more. */
@Injectable()
export class IssuerRepository {
  constructor(
    private readonly database: IssuerDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
   * The one statement that decides who votes online; the primary key is the judge. The day's count and the notice
   * are written by a trigger in the same transaction.
   *
   * @returns whether this call took it; committed
   */
  async take(election: string, elector: string, blindedSha256: Buffer): Promise<boolean> {
    const taken = await this.database.query<unknown[]>(
      `INSERT INTO roll.participation (election, elector, channel, blinded_sha256) VALUES ($1, $2, 'online', $3)
       ON CONFLICT DO NOTHING RETURNING elector`,
      [election, elector, blindedSha256],
    );
    return taken.length > 0;
  }

  async participation(
    election: string,
    elector: string,
  ): Promise<(Participation & { readonly blindedSha256: Buffer | null }) | undefined> {
    const [found] = await this.database.query<(Participation & { blindedSha256: Buffer | null })[]>(
      `SELECT channel, blinded_sha256 AS "blindedSha256" FROM roll.participation
       WHERE election = $1 AND elector = $2`,
      [election, elector],
    );
    return found;
  }

  /** @returns `undefined` before there is one, `null` once its private half is destroyed */
  async key(election: string, style: string): Promise<IssuerKey | null | undefined> {
    const [row] = await this.database.query<{ spki: Buffer; sealed: Buffer | null }[]>(
      `SELECT issuer_public AS spki, issuer_private_sealed AS sealed FROM roll.issuer_key
       WHERE election = $1 AND style = $2`,
      [election, style],
    );
    if (!row) return undefined;
    if (!row.sealed) return null;
    const pkcs8 = unseal(row.sealed, ownerOfKey(election, style), this.config.secretKey);
    return {
      publicKey: createPublicKey({ key: row.spki, format: 'der', type: 'spki' }),
      privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    };
  }
}
