import type { DetailFault } from '../detail-fault.js';

const YOUNGEST = 11;
const OLDEST = 125;
export const ADULT_YEARS = 18;

/** Whole years from one YYYY-MM-DD to another. Who was born on 29 February is a year older on 1 March. */
export function yearsBetween(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) >= born.slice(5) ? years : years - 1;
}

/** @returns what is wrong with a date of birth, or `null` */
export function birthFault(born: string, today: string): DetailFault | null {
  const years = yearsBetween(born, today);
  if (years < 0 || years > OLDEST) {
    return fault('identity.date-of-birth-unlikely', 'Enter your date of birth.');
  }
  return years < YOUNGEST
    ? fault('identity.too-young', `You can register from your ${YOUNGEST}th birthday on.`)
    : null;
}

function fault(code: string, message: string): DetailFault {
  return { field: 'dateOfBirth', code, message };
}
