import { Injectable } from '@nestjs/common';

import { PeopleRepository } from './people.repository.js';

/** What a feature above may need to know of an account to decide about it. Never for an answer to somebody else. */
@Injectable()
export class PersonFacts {
  constructor(private readonly people: PeopleRepository) {}

  /** @returns `undefined` for somebody who has left; `dateOfBirth` is YYYY-MM-DD and cannot be changed by its owner */
  async of(id: string): Promise<{ email: string; dateOfBirth: string; confirmed: boolean } | undefined> {
    const person = await this.people.byId(id);
    return person && { email: person.email, dateOfBirth: person.dateOfBirth, confirmed: person.confirmed };
  }

  /** How an author stands on this day: under 18, or here for fewer than three days. */
  async standingOf(id: string): Promise<{ young: boolean; newcomer: boolean }> {
    return this.people.standingOf(id);
  }
}
