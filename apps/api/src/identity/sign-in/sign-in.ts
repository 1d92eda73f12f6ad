import { Injectable } from '@nestjs/common';

import { IdentityLimits } from '../identity-limits.js';
import { WrongCredentials } from '../identity.errors.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { normaliseEmail, PeopleRepository } from '../people/people.repository.js';
import { SecondFactorCheck } from '../second-factor/second-factor-check.js';
import { type OpenSession, SessionsRepository } from '../sessions/sessions.repository.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
  /** Where the request came from; see `sourceOf`. */
  readonly source: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly limits: IdentityLimits,
    private readonly people: PeopleRepository,
    private readonly hasher: PasswordHasher,
    private readonly secondFactor: SecondFactorCheck,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws WrongCredentials | SecondFactorRequired | WrongCode | TooManySignInTries */
  async execute({ email: entered, password, code, source }: SignInInput): Promise<OpenSession> {
    const email = normaliseEmail(entered);
    const person = await this.people.byEmail(email);
    await this.limits.signIn(email, source, await this.sessions.knowsSource(person?.id ?? NOBODY, source));

    const right = await this.hasher.matches(person?.passwordHash, password);
    if (!right || !person?.confirmed || person.suspended) throw new WrongCredentials();
    const secondFactor = await this.secondFactor.pass(person.id, code);

    await this.limits.signedIn(email, source);
    return this.sessions.begin(person.id, secondFactor, source);
  }
}

/** Asked about in place of a person who does not exist, so that the same questions are asked. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
