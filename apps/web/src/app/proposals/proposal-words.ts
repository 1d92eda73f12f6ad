import { formatDay } from '@commonthread/govuk';
import type { Proposal } from './proposals-api.js';

/** What a proposal's state means, and what comes after: never a dead end. */
export function proposalWords(proposal: Proposal, locale: string): { now: string; next: string } {
  const since = proposal.submittedAt ? formatDay(proposal.submittedAt, locale) : null;
  switch (proposal.state) {
    case 'draft':
      return {
        now: $localize`This is a draft. Only you can see it.`,
        next: $localize`Finish it and send it in while the round is open for ideas.`,
      };
    case 'submitted':
      return {
        now: since
          ? $localize`Put forward on ${since}:day:, waiting for review.`
          : $localize`Put forward, waiting for review.`,
        next: $localize`Officers will check whether it can be done and what it would cost. Until then, support and comments show how much it matters.`,
      };
    case 'in-review':
      return {
        now: $localize`Officers are checking whether it can be done and what it would cost.`,
        next: $localize`Their answer will be here: accepted, changes asked for, or not taken forward, with the reason.`,
      };
    case 'changes-asked':
      return {
        now: $localize`Officers have asked its author for changes.`,
        next: $localize`When the author has sent them in, it is reviewed again.`,
      };
    case 'accepted':
      return {
        now: $localize`It passed the review and will be on the ballot paper.`,
        next: $localize`When voting opens, people can vote for it. The page of its round says when.`,
      };
    case 'not-taken-forward':
      return {
        now: $localize`It was not taken forward.`,
        next: $localize`The reason stays here for everybody to read. A changed idea can be put forward in another round.`,
      };
    case 'on-ballot':
      return {
        now: $localize`It is on the ballot paper of its round.`,
        next: $localize`When the votes have been counted and signed, this page says whether it won, and why.`,
      };
    case 'funded':
      return {
        now: $localize`It was chosen and has its money.`,
        next: $localize`Now it is planned. This page will say when work begins.`,
      };
    case 'not-funded':
      return {
        now: $localize`It was on the ballot paper, but did not get the money.`,
        next: $localize`The reason stays here. The idea can be put forward again in another round.`,
      };
    case 'in-delivery':
      return {
        now: $localize`Work on it has begun.`,
        next: $localize`This page will say when it is finished, or, if it is stopped, why.`,
      };
    case 'delivered':
      return {
        now: $localize`It has been delivered.`,
        next: $localize`Whether it changed what it was meant to change is judged on the page of its decision.`,
      };
    case 'stopped':
      return {
        now: $localize`It was begun and then stopped.`,
        next: $localize`The reason stays here. The decision it belongs to says what that means for its aims.`,
      };
    case 'withdrawn':
      return {
        now: $localize`Its author has withdrawn it.`,
        next: $localize`Nothing more will happen to it. Anybody may put forward a similar idea.`,
      };
    case 'merged':
      return {
        now: $localize`It was joined with another proposal, which goes on in its place.`,
        next: $localize`Follow the other one to see what becomes of it. What was said here stays here.`,
      };
  }
}

/** The reason given for the state it is in, if one was. */
export function latestReason({ history }: Pick<Proposal, 'history'>): string | null {
  return history.at(-1)?.reason ?? null;
}

const SUPPORTABLE: ReadonlySet<Proposal['state']> = new Set([
  'submitted',
  'in-review',
  'changes-asked',
  'accepted',
  'on-ballot',
] as const);

/** Whether people may say that they support it; the API judges again. */
export function takesSupport({ state }: Pick<Proposal, 'state'>): boolean {
  return SUPPORTABLE.has(state);
}

/** Whether its author may still change the words. */
export function isEditable({ state }: Pick<Proposal, 'state'>): boolean {
  return state === 'draft' || state === 'changes-asked';
}

/** Whether its author may still take it back: until it is on a ballot paper. */
export function isWithdrawable({ state }: Pick<Proposal, 'state'>): boolean {
  return state !== 'on-ballot' && SUPPORTABLE.has(state);
}

/** Whether somebody may still join its authors. */
export function isShareable(proposal: Pick<Proposal, 'state'>): boolean {
  return proposal.state === 'draft' || isWithdrawable(proposal);
}

/** Whether comments are taken. */
export function takesComments({ state }: Pick<Proposal, 'state'>): boolean {
  return state !== 'draft' && state !== 'withdrawn' && state !== 'merged';
}
