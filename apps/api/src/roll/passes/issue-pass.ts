import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { type Allowance, RateLimits } from '../../platform/limits/index.js';
import { RollRounds } from '../roll-rounds.js';
import { BlindedUnfit, NotOnRoll, PassAlreadyIssued, VotingNotOpen } from '../roll.errors.js';
import { blindSign, MODULUS_BYTES } from './blind-signature.js';
import { FreezeRoll } from './freeze-roll.js';
import { IssuerKeys, type SigningKey } from './issuer-keys.js';
import { IssuerRepository } from './issuer.repository.js';

export interface Pass {
  readonly election: string;
  readonly style: string;
  readonly blindSignature: Buffer;
}

/** A browser asks again when an answer got lost; nobody needs more than this. */
const RETRIES: Allowance = { name: 'roll-pass-again', points: 300, seconds: 10 * 60 };

/**
 * Signs one blinded message for each elector. It never sees what it signs: whoever casts the ballot later cannot be
 * told from this request. The row is committed before anything is signed, and raw RSA always gives the same bytes,
 * so the same request may be sent again whatever was lost.
 */
@Injectable()
export class IssuePass {
  constructor(
    private readonly rounds: RollRounds,
    private readonly issuer: IssuerRepository,
    private readonly freeze: FreezeRoll,
    private readonly keys: IssuerKeys,
    private readonly limits: RateLimits,
  ) {}

  /** @throws RoundUnknown | NoVoteHere | VotingNotOpen | NotOnRoll | BlindedUnfit | PassAlreadyIssued | TooManyTries */
  async execute(user: CurrentUser, slug: string, blinded: Buffer): Promise<Pass> {
    const { id: election, state } = await this.rounds.public(slug);
    if (state !== 'voting') throw new VotingNotOpen(state);
    const found = await this.issuer.electorOf(election, user.id);
    if (!found) throw new NotOnRoll();
    const { elector, style } = found;
    const key = await this.keyOf(election, style);
    if (!fits(blinded, key)) throw new BlindedUnfit();

    const sha256 = createHash('sha256').update(blinded).digest();
    const first = await this.issuer.take(election, elector, sha256);
    if (!first) await this.limits.take(RETRIES, `${election}:${elector}`);
    const kept = await this.issuer.participation(election, elector);
    if (!kept?.blindedSha256?.equals(sha256)) throw new PassAlreadyIssued(kept?.channel ?? 'online');
    return { election, style, blindSignature: blindSign(blinded, key) };
  }

  private async keyOf(election: string, style: string): Promise<SigningKey> {
    const known = await this.keys.forSigning(election, style);
    if (known) return known;
    await this.freeze.execute(election);
    const made = await this.keys.forSigning(election, style);
    if (!made) throw new Error(`no issuer key for style ${style}`);
    return made;
  }
}

/** Below the modulus and as long as it: what does not fit must not use up a pass. */
function fits(blinded: Buffer, { modulus }: SigningKey): boolean {
  return (
    blinded.length === MODULUS_BYTES &&
    modulus.length === MODULUS_BYTES &&
    blinded.compare(modulus) < 0 &&
    blinded.some((byte) => byte !== 0)
  );
}
