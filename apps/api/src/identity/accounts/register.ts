import { Injectable } from '@nestjs/common';

import { IdentityLimits } from '../identity-limits.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { normaliseEmail, PeopleRepository } from '../people/people.repository.js';
import { PersonDetails } from '../people/person-details.js';

export interface RegisterInput {
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  /** YYYY-MM-DD */
  readonly dateOfBirth: string;
  readonly homePlaceSlug?: string | undefined;
  /** Where the request came from; see `sourceOf`. */
  readonly source: string;
}

/** Keeps a registration until its address is confirmed. Answers the same whether or not the address has an account. */
@Injectable()
export class Register {
  constructor(
    private readonly limits: IdentityLimits,
    private readonly details: PersonDetails,
    private readonly hasher: PasswordHasher,
    private readonly people: PeopleRepository,
    private readonly mails: IdentityMails,
  ) {}

  /** @throws UnfitDetails | TooManySignInTries */
  async execute({ source, ...entered }: RegisterInput): Promise<void> {
    await this.limits.register(source);
    const { displayName = entered.displayName, homePlaceId = null } = await this.details.check(entered);
    const passwordHash = await this.hasher.hash(entered.password);
    if (!(await this.limits.mayMail(normaliseEmail(entered.email)))) return;

    const { email, dateOfBirth } = entered;
    const newId = await this.people.register({ email, displayName, passwordHash, dateOfBirth, homePlaceId });
    if (newId) await this.mails.send('confirm', newId);
    else await this.mails.send('already-registered', (await this.people.byEmail(email))?.id ?? null);
  }
}
