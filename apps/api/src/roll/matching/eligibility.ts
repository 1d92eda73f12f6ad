import { yearsBetween } from '../../identity/index.js';

const LOCAL_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day it is in the council at a moment, YYYY-MM-DD. */
export function localDay(at: Date): string {
  return LOCAL_DAY.format(at);
}

/**
 * Whether somebody is old enough to vote. Age counts on the local day on which voting opens, whatever the hour: a
 * birthday on that day counts, one during the vote or on its last day does not. Who was born on 29 February is a
 * year older on 1 March when there is no 29 February.
 *
 * @param dateOfBirth YYYY-MM-DD
 */
export function isOldEnough(dateOfBirth: string, minimumAge: number, votingOpensAt: Date): boolean {
  return yearsBetween(dateOfBirth, localDay(votingOpensAt)) >= minimumAge;
}
