/** How somebody took part. `vote`: held a ballot pass; nobody knows more than that. */
export const CONTRIBUTION_KINDS = ['author', 'support', 'comment', 'vote'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];
/** What was said where people were, and written down without a name. */
export type SpokenKind = 'spoken';

/** Changes that people are told of. The last two are of a whole round. */
export const FATES = [
  'looked-at-again',
  'changes-asked',
  'accepted',
  'not-taken-forward',
  'funded',
  'not-funded',
  'in-delivery',
  'slipped',
  'news',
  'delivered',
  'stopped',
  'withdrawn',
  'merged',
  'decided',
  'cancelled',
] as const;
export type Fate = (typeof FATES)[number];

/** Where a contribution stands while nothing is settled. */
export const PENDING = ['waiting', 'in-review', 'changes-asked', 'accepted', 'on-ballot'] as const;

export const STANDINGS = [
  ...PENDING,
  'not-taken-forward',
  'funded',
  'not-funded',
  'in-delivery',
  'delivered',
  'stopped',
  'withdrawn',
  'merged',
  'decided',
  'cancelled',
] as const;
export type Standing = (typeof STANDINGS)[number];

const NOT_TOLD: ReadonlySet<string> = new Set(['draft', 'submitted', 'in-review', 'on-ballot']);
const LOOKED_AT_BEFORE: ReadonlySet<string> = new Set(['accepted', 'not-taken-forward', 'changes-asked']);

/** What a change of a proposal's state means for those who took part; `null` when it is no news to them. */
export function fateOfMove(from: string, to: string): Fate | null {
  if (to === 'in-review') return LOOKED_AT_BEFORE.has(from) ? 'looked-at-again' : null;
  if (from === 'draft' || NOT_TOLD.has(to)) return null;
  return to as Fate;
}

/** What a contribution went into, as it stands now. */
export interface Subject {
  /** `null` for a vote, and for words about a round as a whole. */
  readonly proposalState: string | null;
  readonly mergedInto: number | null;
  readonly roundDecided: boolean;
  readonly cancelledReason: string | null;
  /** Of the newest change, in plain words; `null` when none was written. */
  readonly reason: string | null;
}

export interface Standpoint {
  readonly standing: Standing;
  /** Whether there is an answer; what is being built is answered, it was funded. */
  readonly answered: boolean;
  /** In plain words; `null` while nothing is settled. */
  readonly reason: string | null;
}

/** What has become of a contribution, and why. */
export function standpointOf(kind: ContributionKind | SpokenKind, subject: Subject): Standpoint {
  const standing = standingOf(kind, subject);
  const answered = !(PENDING as readonly string[]).includes(standing);
  return { standing, answered, reason: reasonOf(standing, subject) };
}

function standingOf(
  kind: ContributionKind | SpokenKind,
  { proposalState, roundDecided, cancelledReason }: Subject,
): Standing {
  const cancelled = cancelledReason !== null;
  if (kind === 'vote' || proposalState === null) {
    if (cancelled) return 'cancelled';
    return roundDecided ? 'decided' : 'waiting';
  }
  const state = proposalState === 'submitted' || proposalState === 'draft' ? 'waiting' : proposalState;
  const pending = (PENDING as readonly string[]).includes(state);
  return pending && cancelled ? 'cancelled' : (state as Standing);
}

function reasonOf(standing: Standing, { reason, cancelledReason, mergedInto }: Subject): string | null {
  switch (standing) {
    case 'waiting':
    case 'in-review':
    case 'on-ballot':
      return null;
    case 'cancelled':
      return cancelledReason;
    case 'merged':
      return reason ?? `It goes on as part of proposal ${mergedInto}.`;
    case 'decided':
      return reason ?? 'The decision gives its reasons for what was chosen and for what was not.';
    default:
      return reason;
  }
}
