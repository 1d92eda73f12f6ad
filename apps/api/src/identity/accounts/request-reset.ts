import { Injectable } from '@nestjs/common';

import { IdentityLimits } from '../identity-limits.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { normaliseEmail, PeopleRepository } from '../people/people.repository.js';

@Injectable()
export class RequestReset {
  constructor(
    private readonly limits: IdentityLimits,
    private readonly people: PeopleRepository,
    private readonly mails: IdentityMails,
  ) {}

  /** Answers the same for every address. @throws TooManySignInTries for a source that asks too often */
  async execute(email: string, source: string): Promise<void> {
    await this.limits.register(source);
    if (!(await this.limits.mayMail(normaliseEmail(email)))) return;
    const person = await this.people.byEmail(email);
    await this.mails.send('reset', person?.id ?? null);
  }
}
