import type { Problem } from '@commonthread/api-client';
import type { FieldError } from '@commonthread/govuk';
import { fieldErrors } from '../shell/refusal.js';

const SENTENCES: Readonly<Record<string, () => string>> = {
  'identity.second-factor-needed': () =>
    $localize`This needs a second factor: set it up in your account, then sign in again.`,
  'identity.role-missing': () =>
    $localize`You do not hold the role for this place. Ask an administrator of your council.`,
  'identity.sign-in-needed': () =>
    $localize`You have been signed out. Sign in again in another tab; what you entered here stays.`,
  'round.not-draft': () =>
    $localize`The round is open already, so it cannot be changed any more. Cancel it with a reason and set up a new one instead.`,
  'proposal.cannot-move': () =>
    $localize`Somebody has answered this proposal in the meantime. Load the page again.`,
  'proposal.round-past-review': () =>
    $localize`The review of this round is over. A proposal that is left can only be answered with “not taken forward”.`,
};

/**
 * What the API refused, as messages for the page.
 *
 * @param fieldIds the API's field names and the ids of their inputs
 * @param fallbackId where a message leads that belongs to no field
 */
export function officeErrors(
  problem: Problem,
  fieldIds: Readonly<Record<string, string>>,
  fallbackId: string,
): FieldError[] {
  const sentence = SENTENCES[problem.title];
  return sentence
    ? [{ message: sentence(), fieldId: fallbackId }]
    : fieldErrors(problem, fieldIds, fallbackId);
}
