import { QueryFailedError } from 'typeorm';

import { LastAdministrator } from '../identity.errors.js';

/** What the database says when an act would leave a place with nobody to give roles. */
export function mindTheLast(place: string): (fault: unknown) => never {
  return (fault) => {
    const { constraint } =
      fault instanceof QueryFailedError ? (fault.driverError as { constraint?: string }) : {};
    throw constraint === 'an_administrator_remains' ? new LastAdministrator([place]) : fault;
  };
}
