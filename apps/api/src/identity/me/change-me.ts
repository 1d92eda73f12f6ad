import { Injectable } from '@nestjs/common';

import { PeopleRepository } from '../people/people.repository.js';
import { PersonDetails } from '../people/person-details.js';

export interface ChangeMeInput {
  readonly personId: string;
  readonly displayName?: string | undefined;
  /** `null` takes the home place away. */
  readonly homePlaceSlug?: string | null | undefined;
}

@Injectable()
export class ChangeMe {
  constructor(
    private readonly details: PersonDetails,
    private readonly people: PeopleRepository,
  ) {}

  /** @throws UnfitDetails */
  async execute({ personId, displayName, homePlaceSlug }: ChangeMeInput): Promise<void> {
    const checked = await this.details.check({ displayName, homePlaceSlug });
    await this.people.change(personId, checked);
  }
}
