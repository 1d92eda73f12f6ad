import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { LinkSpent } from '../identity.errors.js';
import { MailLinksRepository } from '../mails/mail-links.repository.js';
import { PeopleRepository } from '../people/people.repository.js';

@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly database: DataSource,
    private readonly links: MailLinksRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** @throws LinkSpent */
  async execute(token: string): Promise<void> {
    const personId = await this.database.transaction(async (manager) => {
      const owner = await this.links.spend(token, 'confirm', manager);
      if (owner) await this.people.confirm(owner, manager);
      return owner;
    });
    if (!personId) throw new LinkSpent();
  }
}
