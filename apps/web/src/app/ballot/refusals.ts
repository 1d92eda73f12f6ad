import { HttpErrorResponse } from '@angular/common/http';
import { LogEvidenceInvalid, PassTagged, SplitView } from '@commonthread/ballot-protocol';
import type { Problem } from '@commonthread/api-client';
import { TimeoutError } from 'rxjs';
import { refusalOf } from '../shell/refusal.js';
import { ElectionMismatch } from './protocol/trusted-election.js';
import { UrnRefused } from './protocol/urn.js';

/** Why something did not happen, for the reader. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
  /** Something that must not be: stop, and tell the council. The evidence is kept on the device. */
  readonly alarm: boolean;
  /** The version that would be next, where the ballot box said so. */
  readonly nextRev: number | null;
}

const SENTENCES: Readonly<Record<string, () => string>> = {
  unreachable: () =>
    $localize`We could not reach the service. Nothing is lost: what you chose is kept on this device. Check your connection and try again.`,
  'urn.not-available': () =>
    $localize`The ballot box cannot be reached just now. Nothing is lost: what you chose is kept on this device. Try again in a few minutes.`,
  'identity.sign-in-needed': () =>
    $localize`You have been signed out. What you chose is kept on this device. Sign in again to go on.`,
  'roll.not-on-roll': () => $localize`You are not on the list of voters for this vote.`,
  'roll.pass-already-issued': () =>
    $localize`A ballot was given out in your name before, on another device, in another browser or in another tab. Nobody can vote twice. If that was you, finish there, or use your change code. If it was not you, tell the council today.`,
  'roll.voting-not-open': () => $localize`Voting is not open. Your vote was not sent.`,
  'ballot.voting-closed': () =>
    $localize`Voting has ended. This vote came too late and does not count. If you voted before, that earlier vote stands.`,
  'ballot.voting-not-open': () => $localize`Voting has not begun. Your vote was not sent.`,
  'ballot.revision-taken': () =>
    $localize`Your vote was changed from another device in the meantime. That change counts. If you want this one to replace it, cast it again.`,
  'ballot.revision-gap': () =>
    $localize`The ballot box counts your changes differently from this device. Cast your vote again to go on.`,
  'ballot.too-many-revisions': () =>
    $localize`A vote can be changed up to its version 20, and yours has got there. The last version counts.`,
  'pass.invalid': () => $localize`The ballot box does not accept this ballot pass. Your vote was not stored.`,
  'election.unknown': () =>
    $localize`The ballot box for this vote is not ready yet. Try again in a few minutes.`,
  'change-code.invalid': () =>
    $localize`Check the change code: it has 28 letters and numbers, and at least one of them is not right.`,
};

const alarm = (code: string, sentence: string): Refusal => ({ code, sentence, alarm: true, nextRev: null });

/** @throws what is no refusal: a bug */
export function explain(cause: unknown): Refusal {
  if (cause instanceof PassTagged) {
    return alarm(
      cause.code,
      $localize`Stop: your ballot pass was not signed with the published key. Your vote was not sent. A pass signed with another key could be recognised later.`,
    );
  }
  if (cause instanceof LogEvidenceInvalid || cause instanceof SplitView) {
    return alarm(
      cause.code,
      cause instanceof LogEvidenceInvalid && cause.what === 'receipt'
        ? $localize`Stop: the receipt the ballot box gave for your vote is not valid. Do not take your vote as counted.`
        : $localize`Stop: the public log of ballots does not fit what it showed before.`,
    );
  }
  if (cause instanceof ElectionMismatch) {
    return alarm(
      `election.${cause.what}`,
      $localize`Stop: what the ballot box says about this vote is not what the council published. Do not vote on this page until this is explained.`,
    );
  }
  if (isRuleRefusal(cause)) return plain(cause.code, cause.message, null);
  const problem = problemOf(cause);
  const code = problem.status === 401 ? 'identity.sign-in-needed' : problem.title;
  const nextRev = typeof problem['nextRev'] === 'number' ? problem['nextRev'] : null;
  return plain(code, problem.detail, nextRev);
}

function plain(code: string, said: string, nextRev: number | null): Refusal {
  return { code, sentence: SENTENCES[code]?.() ?? said, alarm: false, nextRev };
}

/** A DomainError of the protocol or the voting rules, thrown in this browser. */
function isRuleRefusal(cause: unknown): cause is Error & { code: string } {
  return (
    cause instanceof Error && !(cause instanceof HttpErrorResponse) && 'kind' in cause && 'code' in cause
  );
}

function problemOf(cause: unknown): Problem {
  if (cause instanceof UrnRefused) return cause.problem;
  if (cause instanceof TimeoutError)
    return { type: 'about:blank', title: 'unreachable', status: 0, detail: '' };
  return refusalOf(cause);
}
