import type { Problem } from '@commonthread/api-client';
import type { FieldError } from '@commonthread/govuk';
import { fieldErrors } from '../shell/refusal.js';

/** "2 minutes", "1 hour": rounded up, so that nobody comes back too early. */
export function waitingTime(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? $localize`1 second` : $localize`${seconds}:seconds: seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? $localize`1 minute` : $localize`${minutes}:minutes: minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? $localize`1 hour` : $localize`${hours}:hours: hours`;
}

const SENTENCES: Readonly<Record<string, () => string>> = {
  'identity.wrong-credentials': () =>
    $localize`The e-mail address or the password is not right, or the address is not confirmed yet.`,
  'identity.wrong-password': () => $localize`That is not your password. Enter it again.`,
  'identity.wrong-code': () =>
    $localize`That code is not right, or it was used already. Wait for the next one and enter it.`,
  'identity.link-spent': () =>
    $localize`This link was used already, has run out, or was replaced by a newer one.`,
  'identity.cross-site': () =>
    $localize`Your browser did not say that this came from our own page. Reload the page and try again.`,
};

/**
 * What the API refused, as messages for the page.
 *
 * @param fieldIds the API's field names and the ids of their inputs
 * @param fallbackId where a message leads that belongs to no field
 */
export function accountErrors(
  problem: Problem,
  fieldIds: Readonly<Record<string, string>>,
  fallbackId: string,
): FieldError[] {
  const wait = problem['retryAfterSeconds'];
  if (typeof wait === 'number') {
    const time = waitingTime(wait);
    return [{ message: $localize`Too many tries. Wait ${time}:time:, then try again.`, fieldId: fallbackId }];
  }
  const sentence = SENTENCES[problem.title];
  return sentence
    ? [{ message: sentence(), fieldId: fallbackId }]
    : fieldErrors(problem, fieldIds, fallbackId);
}
