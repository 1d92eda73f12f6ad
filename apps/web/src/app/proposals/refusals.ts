import type { Problem } from '@commonthread/api-client';
import { refusalOf } from '../shell/refusal.js';

/** The API's refusals in this feature's words, where it can say more than the API does. */
const SENTENCES: Readonly<Record<string, () => string>> = {
  'proposal.round-not-taking-ideas': () =>
    $localize`This round is no longer open for ideas. What you wrote is kept as a draft.`,
  'proposal.own': () => $localize`This is your own proposal, so your support is already understood.`,
  'proposal.not-editable': () =>
    $localize`This proposal cannot be changed any more, because it has moved on in the round.`,
  'identity.sign-in-needed': () => $localize`You have been signed out. Sign in again to go on.`,
  unreachable: () =>
    $localize`We could not reach the service. What you typed is kept on this device. Check your connection and try again.`,
};

/** Why the API said no, with the sentence to show. @throws what is no HTTP answer */
export function explain(cause: unknown): Problem {
  const problem = refusalOf(cause);
  const sentence = problem.status === 401 ? SENTENCES['identity.sign-in-needed'] : SENTENCES[problem.title];
  return sentence ? { ...problem, detail: sentence() } : problem;
}
