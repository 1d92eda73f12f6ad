import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { AdministratorThere, NoPlaceYet, TooYoungForRole, UnknownPerson } from '../identity.errors.js';
import { ADULT_YEARS, yearsBetween } from '../people/age.js';
import { normaliseEmail, PeopleRepository } from '../people/people.repository.js';

/** Gives an installation its first administrator, who then gives all other roles. Whoever runs the server does it, once. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly database: DataSource,
    private readonly people: PeopleRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param email of somebody who has registered and confirmed the address
   * @returns names of the places, all that lie in no other
   * @throws AdministratorThere | NoPlaceYet | UnknownPerson | TooYoungForRole
   */
  async execute(email: string): Promise<string[]> {
    return this.database.transaction(async (manager) => {
      // The same lock as the rule that one always remains: two at once must not both be the first.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('held_roles.administrators'))`);
      const [there] = await manager.query<unknown[]>(
        `SELECT 1 FROM held_roles r JOIN people p ON p.id = r.person_id
          WHERE r.role = 'administrator' AND r.revoked_at IS NULL AND p.left_at IS NULL
            AND (r.to_date IS NULL OR r.to_date >= local_today()) LIMIT 1`,
      );
      if (there) throw new AdministratorThere();
      const places = await manager.query<{ id: string; name: string; slug: string }[]>(
        'SELECT id, name, slug FROM places WHERE parent_id IS NULL AND valid_to IS NULL ORDER BY name',
      );
      if (places.length === 0) throw new NoPlaceYet();
      const person = await this.people.byEmail(normaliseEmail(email));
      if (!person?.confirmed) throw new UnknownPerson();
      if (yearsBetween(person.dateOfBirth, await this.people.today()) < ADULT_YEARS)
        throw new TooYoungForRole();
      for (const { id, slug } of places) {
        await manager.query(
          `INSERT INTO held_roles (person_id, role, place_id, from_date) VALUES ($1, 'administrator', $2, local_today())`,
          [person.id, id],
        );
        await this.audit.append(
          {
            what: 'role.first-administrator',
            actorId: null,
            subject: `person:${person.id}`,
            facts: { role: 'administrator', place: slug },
          },
          manager,
        );
      }
      return places.map(({ name }) => name);
    });
  }
}
