import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { seal, unseal } from '../../platform/sealing/index.js';

export interface IssuerPublicKey {
  readonly style: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
}

export interface IssuerKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** Keeps the issuer keys. The private half is sealed and bound to its election and style. */
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
      [election, style, spki, seal(pkcs8, owner(election, style), this.config.secretKey)],
    );
  }

  publicKeys(election: string): Promise<IssuerPublicKey[]> {
    return this.database.query(
      'SELECT style, issuer_public AS spki FROM roll.issuer_key WHERE election = $1 ORDER BY style',
      [election],
    );
  }

  /** @returns `undefined` before there is one, `null` once its private half is destroyed */
  async open(election: string, style: string): Promise<IssuerKey | null | undefined> {
    const [row] = await this.database.query<{ spki: Buffer; sealed: Buffer | null }[]>(
      `SELECT issuer_public AS spki, issuer_private_sealed AS sealed FROM roll.issuer_key
       WHERE election = $1 AND style = $2`,
      [election, style],
    );
    if (!row) return undefined;
    if (!row.sealed) return null;
    const pkcs8 = unseal(row.sealed, owner(election, style), this.config.secretKey);
    return {
      publicKey: createPublicKey({ key: row.spki, format: 'der', type: 'spki' }),
      privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    };
  }

  async destroyPrivate(election: string, manager: EntityManager): Promise<boolean> {
    const destroyed = await manager.query<[unknown[], number]>(
      `UPDATE roll.issuer_key SET issuer_private_sealed = NULL
       WHERE election = $1 AND issuer_private_sealed IS NOT NULL`,
      [election],
    );
    return destroyed[1] > 0;
  }

  /** Elections that still have a private key. */
  async electionsWithPrivateKey(): Promise<string[]> {
    const rows = await this.database.query<{ election: string }[]>(
      'SELECT DISTINCT election FROM roll.issuer_key WHERE issuer_private_sealed IS NOT NULL',
    );
    return rows.map(({ election }) => election);
  }
}

const owner = (election: string, style: string): string => `roll.issuer-key:${election}:${style}`;
