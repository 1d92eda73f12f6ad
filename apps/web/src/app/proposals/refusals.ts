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

/** What is missing before a proposal can be sent in, by the words that stand beside its fields. */
const INCOMPLETE: Readonly<Record<string, () => string>> = {
  'title missing': () => $localize`Enter a title`,
  'title too-short': () => $localize`Make the title at least 5 characters long`,
  'summary missing': () => $localize`Say in one or two sentences what it is`,
  'summary too-short': () => $localize`Make the one or two sentences at least 20 characters long`,
  'body missing': () => $localize`Describe the whole idea`,
  'estimatePence missing': () => $localize`Enter what it might cost, in pounds`,
};

/** Why the API said no, with the sentence to show. @throws what is no HTTP answer */
export function explain(cause: unknown): Problem {
  const problem = refusalOf(cause);
  if (problem.errors) return { ...problem, errors: problem.errors.map(inOurWords) };
  const sentence = problem.status === 401 ? SENTENCES['identity.sign-in-needed'] : SENTENCES[problem.title];
  return sentence ? { ...problem, detail: sentence() } : problem;
}

function inOurWords<Fault extends { field: string; code: string; message: string }>(fault: Fault): Fault {
  return { ...fault, message: INCOMPLETE[`${fault.field} ${fault.code}`]?.() ?? fault.message };
}
