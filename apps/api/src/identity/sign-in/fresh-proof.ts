import { Injectable } from '@nestjs/common';

import { IdentityLimits } from '../identity-limits.js';
import { WrongPassword } from '../identity.errors.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { PeopleRepository } from '../people/people.repository.js';
import { SecondFactorCheck } from '../second-factor/second-factor-check.js';

export interface Proof {
  readonly password: string;
  /** Of the authenticator app, or a recovery code; where a second factor is set up. */
  readonly code?: string | undefined;
  /** Where the request came from; see `sourceOf`. */
  readonly source: string;
}

/** Asks somebody who is signed in to prove again who they are: a screen left open is not enough for some acts. */
@Injectable()
export class FreshProof {
  constructor(
    private readonly limits: IdentityLimits,
    private readonly people: PeopleRepository,
    private readonly hasher: PasswordHasher,
    private readonly secondFactor: SecondFactorCheck,
  ) {}

  /** @throws WrongPassword | SecondFactorRequired | WrongCode | TooManySignInTries */
  async mustGive(personId: string, { password, code, source }: Proof): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person) throw new WrongPassword();
    await this.limits.signIn(person.email, source, true);
    if (!(await this.hasher.matches(person.passwordHash, password))) throw new WrongPassword();
    await this.secondFactor.pass(personId, code);
    await this.limits.signedIn(person.email, source);
  }
}
