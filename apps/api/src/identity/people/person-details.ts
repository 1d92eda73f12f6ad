import { Injectable } from '@nestjs/common';

import { UnfitDetails } from '../identity.errors.js';
import { passwordFault } from '../passwords/password-rules.js';
import { birthFault } from './age.js';
import type { DetailFault } from '../detail-fault.js';
import { readDisplayName } from './display-name.js';
import { PeopleRepository } from './people.repository.js';

/** What somebody may enter about themselves; what is left out is not checked. */
export interface EnteredDetails {
  readonly displayName?: string | undefined;
  readonly password?: string | undefined;
  readonly email?: string | undefined;
  readonly dateOfBirth?: string | undefined;
  /** `null` takes the home place away. */
  readonly homePlaceSlug?: string | null | undefined;
}

/** As they are kept; `undefined` where nothing was entered. */
export interface CheckedDetails {
  readonly displayName: string | undefined;
  readonly homePlaceId: string | null | undefined;
}

/** Checks details together, so that one answer names everything that has to change. */
@Injectable()
export class PersonDetails {
  constructor(private readonly people: PeopleRepository) {}

  /** @throws UnfitDetails */
  async check(entered: EnteredDetails): Promise<CheckedDetails> {
    const faults: DetailFault[] = [];
    const note = <Value>(read: Value | DetailFault | null): Value | undefined => {
      if (!isFault(read)) return read ?? undefined;
      faults.push(read);
      return undefined;
    };

    const displayName =
      entered.displayName === undefined ? undefined : note(readDisplayName(entered.displayName));
    if (entered.password !== undefined) note(passwordFault(entered.password, entered.email));
    if (entered.dateOfBirth !== undefined) note(birthFault(entered.dateOfBirth, await this.people.today()));
    let homePlaceId: string | null | undefined = entered.homePlaceSlug === null ? null : undefined;
    if (typeof entered.homePlaceSlug === 'string') {
      homePlaceId = note((await this.people.placeBySlug(entered.homePlaceSlug))?.id ?? NO_SUCH_PLACE);
    }

    if (faults.length > 0) throw new UnfitDetails(faults);
    return { displayName, homePlaceId };
  }
}

const NO_SUCH_PLACE: DetailFault = {
  field: 'homePlaceSlug',
  code: 'identity.unknown-place',
  message: 'Choose a place from the list.',
};

function isFault(value: unknown): value is DetailFault {
  return typeof value === 'object' && value !== null && 'field' in value && 'code' in value;
}
