import type { KeyObject } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { seal } from '../../platform/sealing/index.js';

export interface IssuerPublicKey {
  readonly style: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
}

export interface IssuerKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * Keeps the issuer keys. The private half is sealed and bound to its election and style; this role can put it there
 * and destroy it, and only the issuer's can read it.
 */
@Injectable()
export class IssuerKeysRepository {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A key that is there already stays: it may have signed. */
  async add(election: string, style: string, key: IssuerKey, manager: EntityManager): Promise<void> {
    const spki = key.publicKey.export({ type: 'spki', format: 'der' });
    const pkcs8 = key.privateKey.export({ type: 'pkcs8', format: 'der' });
    await manager.query(
      `INSERT INTO roll.issuer_key (election, style, issuer_public, issuer_private_sealed)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [election, style, spki, seal(pkcs8, ownerOfKey(election, style), this.config.secretKey)],
    );
  }

  publicKeys(election: string): Promise<IssuerPublicKey[]> {
    return this.database.query(
      'SELECT style, issuer_public AS spki FROM roll.issuer_key WHERE election = $1 ORDER BY style',
      [election],
    );
  }

  async destroyPrivate(election: string, manager: EntityManager): Promise<boolean> {
    const destroyed = await manager.query<[unknown[], number]>(
      `UPDATE roll.issuer_key SET issuer_private_sealed = NULL
       WHERE election = $1 AND has_private`,
      [election],
    );
    return destroyed[1] > 0;
  }

  /** Elections that still have a private key. */
  async electionsWithPrivateKey(): Promise<string[]> {
    const rows = await this.database.query<{ election: string }[]>(
      'SELECT DISTINCT election FROM roll.issuer_key WHERE has_private',
    );
    return rows.map(({ election }) => election);
  }
}

/** What a sealed key is bound to. */
export const ownerOfKey = (election: string, style: string): string => `roll.issuer-key:${election}:${style}`;
