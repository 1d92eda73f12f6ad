import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

import { Injectable } from '@nestjs/common';

import { IssuerKeyDestroyed } from '../roll.errors.js';
import { MODULUS_BITS } from './blind-signature.js';
import type { IssuerKey } from './issuer-keys.repository.js';
import { IssuerRepository } from './issuer.repository.js';

const generate = promisify(generateKeyPair);

/** A key with its modulus, against which every message is compared. */
export interface SigningKey extends IssuerKey {
  /** Big-endian. */
  readonly modulus: Buffer;
}

/** The keys in use, opened once. A key never leaves this process. */
@Injectable()
export class IssuerKeys {
  private readonly opened = new Map<string, SigningKey>();

  constructor(private readonly issuer: IssuerRepository) {}

  newKey(): Promise<IssuerKey> {
    return generate('rsa', { modulusLength: MODULUS_BITS, publicExponent: 65_537 });
  }

  /** @returns `undefined` when the roll is not frozen yet @throws IssuerKeyDestroyed */
  async forSigning(election: string, style: string): Promise<SigningKey | undefined> {
    const name = `${election} ${style}`;
    const known = this.opened.get(name);
    if (known) return known;
    const key = await this.issuer.key(election, style);
    if (key === null) throw new IssuerKeyDestroyed();
    if (!key) return undefined;
    const opened = { ...key, modulus: modulusOf(key.publicKey) };
    this.opened.set(name, opened);
    return opened;
  }

  forget(election: string): void {
    for (const name of this.opened.keys()) if (name.startsWith(election)) this.opened.delete(name);
  }
}

const modulusOf = (publicKey: KeyObject): Buffer =>
  Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
