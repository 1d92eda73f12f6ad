import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { LastAdministrator } from '../identity.errors.js';
import { DepartureRepository } from './departure.repository.js';

/** Who may leave now. */
@Injectable()
export class Departures {
  constructor(private readonly departures: DepartureRepository) {}

  /**
   * Holds the account until the transaction ends.
   *
   * @returns its address, for the last mail; `null` when the person has left already
   * @throws LastAdministrator
   */
  async begin(personId: string, manager: EntityManager): Promise<string | null> {
    const [person] = await manager.query<{ email: string }[]>(
      'SELECT email FROM people WHERE id = $1 AND left_at IS NULL FOR UPDATE',
      [personId],
    );
    if (!person) return null;
    const places = await this.departures.onlyAdministratorOf(personId, manager);
    if (places.length > 0) throw new LastAdministrator(places.map(({ name }) => name));
    return person.email;
  }
}
