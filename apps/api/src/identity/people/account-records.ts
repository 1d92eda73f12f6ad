import { Injectable, type OnModuleInit } from '@nestjs/common';

import { PersonalRecords } from '../../platform/personal-records/index.js';
import { DepartureRepository } from './departure.repository.js';

/** What the account itself holds of a person. */
@Injectable()
export class AccountRecords implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly departures: DepartureRepository,
  ) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'account',
      title: 'Your account',
      holds:
        'Your name as others see it, your e-mail address, your date of birth, your home place and a scrambled form of your password.',
      keptFor: 'Until you delete your account. If you never confirm your address: 14 days.',
      goes: 'All of it.',
      stays: 'An empty entry with a number, so that what you did cannot be taken for somebody else’s act.',
      columns: ['people.id'],
      export: (personId, manager) => this.departures.account(personId, manager),
      erase: (personId, manager) => this.departures.emptyAccount(personId, manager),
    });
    this.records.keep({
      name: 'sign-ins',
      title: 'Where you are signed in',
      holds:
        'When each of your sessions began and ends, a scrambled form of the connection it came from, links we mailed to you, and your second factor.',
      keptFor: 'Sessions for 30 days after their end, links for an hour.',
      goes: 'All of it. You are signed out everywhere.',
      stays: null,
      columns: [
        'sessions.person_id',
        'mail_links.person_id',
        'second_factors.person_id',
        'recovery_codes.person_id',
      ],
      export: (personId, manager) => this.departures.signIns(personId, manager),
      erase: (personId, manager) => this.departures.endSignIns(personId, manager),
    });
    this.records.keep({
      name: 'roles',
      title: 'Roles you held',
      holds: 'Which role you held for which place, from when to when, and roles you gave to others.',
      keptFor: 'Seven years after the role ended.',
      goes: 'Your roles end at once.',
      stays: 'Which roles that number held and when: acts in an office must be traceable to a role.',
      columns: ['held_roles.person_id', 'held_roles.granted_by'],
      export: (personId, manager) => this.departures.roles(personId, manager),
      erase: (personId, manager) => this.departures.endRoles(personId, manager),
    });
  }
}
