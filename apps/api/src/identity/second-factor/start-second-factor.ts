import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';

import { SecondFactorNeeded, SignInNeeded } from '../identity.errors.js';
import { PeopleRepository } from '../people/people.repository.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { inBase32, newSecret, otpauthUri } from './totp.js';

export interface StartedSecondFactor {
  /** Base 32, to type where no camera is at hand. */
  readonly secret: string;
  readonly uri: string;
  readonly qrSvg: string;
}

/** Makes a new secret. Until its first code is confirmed, the one in use (if any) stays in use. */
@Injectable()
export class StartSecondFactor {
  constructor(
    private readonly people: PeopleRepository,
    private readonly factors: SecondFactorsRepository,
  ) {}

  /** @throws SecondFactorNeeded when one is in use and this session began without it */
  async execute(user: CurrentUser): Promise<StartedSecondFactor> {
    const person = await this.people.byId(user.id);
    if (!person) throw new SignInNeeded();
    if ((await this.factors.of(user.id)).secret && !user.secondFactor) throw new SecondFactorNeeded();

    const secret = newSecret();
    const uri = otpauthUri(secret, person.email);
    await this.factors.putPending(user.id, secret);
    return { secret: inBase32(secret), uri, qrSvg: await QRCode.toString(uri, { type: 'svg', margin: 2 }) };
  }
}
