import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { LinkSpent } from '../identity.errors.js';
import { IdentityMails } from '../mails/identity-mails.js';
import { MailLinksRepository } from '../mails/mail-links.repository.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PersonDetails } from '../people/person-details.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';

/**
 * Sets a new password by a mailed link, and ends every session. Whoever read the mail owns the address, so it is
 * confirmed too. The second factor stays and is asked for at the next sign-in.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: DataSource,
    private readonly links: MailLinksRepository,
    private readonly details: PersonDetails,
    private readonly hasher: PasswordHasher,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly mails: IdentityMails,
  ) {}

  /** @throws LinkSpent | UnfitDetails; an unfit password does not use the link up */
  async execute(token: string, password: string): Promise<void> {
    const owner = await this.links.ownerOf(token, 'reset');
    const person = owner && (await this.people.byId(owner));
    if (!person) throw new LinkSpent();
    await this.details.check({ password, email: person.email });
    const passwordHash = await this.hasher.hash(password);

    const done = await this.database.transaction(async (manager) => {
      if (!(await this.links.spend(token, 'reset', manager))) return false;
      await this.people.setPassword(person.id, passwordHash, manager);
      await this.people.confirm(person.id, manager);
      await this.links.dropAll(person.id, manager);
      await this.sessions.endAll(person.id, 'password-reset', manager);
      return true;
    });
    if (!done) throw new LinkSpent();
    await this.mails.send('password-changed', person.id);
  }
}
