import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { RollRounds } from '../roll-rounds.js';
import { FreezeRoll } from './freeze-roll.js';
import { type IssuerPublicKey, IssuerKeysRepository } from './issuer-keys.repository.js';

export interface PublishedKey extends IssuerPublicKey {
  /** Of the SPKI bytes, hexadecimal. */
  readonly sha256: string;
}

/** The public halves of the issuer keys. */
@Injectable()
export class PublicKeys {
  constructor(
    private readonly rounds: RollRounds,
    private readonly freeze: FreezeRoll,
    private readonly keys: IssuerKeysRepository,
  ) {}

  /** Whoever asks first after voting has opened has them made. @throws RoundUnknown | NoVoteHere */
  async of(slug: string): Promise<PublishedKey[]> {
    const { id, state } = await this.rounds.public(slug);
    if (state === 'voting') await this.freeze.execute(id);
    return this.ofRound(id);
  }

  async ofRound(roundId: string): Promise<PublishedKey[]> {
    return (await this.keys.publicKeys(roundId)).map((key) => ({
      ...key,
      sha256: createHash('sha256').update(key.spki).digest('hex'),
    }));
  }
}
