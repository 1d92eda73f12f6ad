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
  'voting.still-open': () =>
    $localize`Votes are being cast. First two officers close the vote, on the page “The vote”. Then the round can be moved or cancelled.`,
  'voting.over': () => $localize`This vote is closed. It cannot be opened again.`,
  'voting.not-held': () => $localize`The ballot box of this round has not been opened yet.`,
  'voting.not-at-this-stage': () =>
    $localize`The vote has gone on in the meantime. Load the page again to see where it stands.`,
  'voting.paper-not-sealed': () => $localize`A batch of paper ballots is not sealed yet. Seal it first.`,
  'voting.paper-unaccounted': () =>
    $localize`More sheets were handed out than the counted boxes account for. Count every box, and name as missing what did not come back.`,
  'voting.officers-differ': () =>
    $localize`Another officer entered something else. Look again together, then each enter what you found.`,
  'voting.serial-unknown': () =>
    $localize`No sheet with this number was printed for this round. Check the number; put the sheet aside when it is right.`,
  'voting.batch-not-ready': () =>
    $localize`This batch has not been entered twice yet, or it is sealed already.`,
  'paper.batch-refused': () => $localize`There is a batch of this name already, or all paper is in.`,
  'paper.batch-unknown': () => $localize`There is no such batch.`,
  'paper.sealed': () => $localize`This batch is sealed and does not change any more.`,
  'paper.same-person': () => $localize`Somebody else must do this step: nobody checks their own work.`,
  'paper.not-this-step': () =>
    $localize`This batch is at another step now. Load the page again to see where it stands.`,
  'paper.serial-taken': () =>
    $localize`A sheet with this number has been entered already. Check the number on the sheet.`,
  'paper.sheet-unknown': () => $localize`This sheet has been taken back already.`,
  'paper.differences-left': () =>
    $localize`Some sheets were entered differently and nobody has said yet what is on them.`,
  'paper.totals-differ': () =>
    $localize`The totals do not add up. Say why; the reason is published with the numbers.`,
  'outcome.not-ready': () => $localize`Something is missing again. The list above says what.`,
  'outcome.stale': () =>
    $localize`Something has changed since this page was opened. Look at it again: it now shows what would go out.`,
  'outcome.proposed': () => $localize`Another officer has proposed it a moment ago. You can confirm it.`,
  'outcome.not-proposed': () => $localize`It was withdrawn a moment ago. You can propose it anew.`,
  'outcome.same-officer': () => $localize`You proposed it. Another officer must confirm it.`,
  'outcome.published': () => $localize`Another officer has published it a moment ago.`,
  'outcome.round-cancelled': () => $localize`This round was called off: there is no outcome to publish.`,
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
