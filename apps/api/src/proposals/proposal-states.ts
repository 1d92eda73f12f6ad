export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'in-review',
  'changes-asked',
  'accepted',
  'not-taken-forward',
  'on-ballot',
  'funded',
  'not-funded',
  'in-delivery',
  'delivered',
  'stopped',
  'withdrawn',
  'merged',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Who can bring a transition about. `round` and `decision` are the platform following an act on those. */
export type Mover = 'author' | 'officer' | 'round' | 'decision' | 'delivery';

interface Transition {
  readonly from: ProposalState;
  readonly to: ProposalState;
  readonly by: Mover;
}

const moves = (
  by: Mover,
  from: ProposalState | readonly ProposalState[],
  to: ProposalState | readonly ProposalState[],
): Transition[] => [from].flat().flatMap((one) => [to].flat().map((other) => ({ from: one, to: other, by })));

/** Every way a proposal can go; what is not here cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  ...moves('author', ['draft', 'changes-asked'], 'submitted'),
  ...moves('author', ['draft', 'submitted', 'in-review', 'changes-asked', 'accepted'], 'withdrawn'),
  ...moves('officer', 'submitted', 'in-review'),
  ...moves('officer', 'in-review', ['changes-asked', 'accepted', 'not-taken-forward']),
  // Looked at again: facts changed before the paper was frozen, or the author appealed.
  ...moves('officer', ['accepted', 'not-taken-forward'], 'in-review'),
  ...moves('officer', ['submitted', 'in-review', 'changes-asked'], 'merged'),
  // A merge undone.
  ...moves('officer', 'merged', ['submitted', 'in-review', 'changes-asked']),
  ...moves('round', 'accepted', 'on-ballot'),
  ...moves('decision', 'on-ballot', ['funded', 'not-funded']),
  ...moves('delivery', 'funded', ['in-delivery', 'stopped']),
  ...moves('delivery', 'in-delivery', ['delivered', 'stopped']),
];

export function canMove(by: Mover, from: ProposalState, to: ProposalState): boolean {
  return TRANSITIONS.some((one) => one.by === by && one.from === from && one.to === to);
}

/** The author may still change the words. */
export const EDITABLE: ReadonlySet<ProposalState> = new Set<ProposalState>(['draft', 'changes-asked']);

/** Not yet on a ballot paper, and still going somewhere: authors may join. */
export const BEFORE_PAPER: ReadonlySet<ProposalState> = new Set<ProposalState>([
  'draft',
  'submitted',
  'in-review',
  'changes-asked',
  'accepted',
]);

/** Sent in, and its review has not answered yet: it may be joined with another, or split. */
export const REVIEWABLE: ReadonlySet<ProposalState> = new Set<ProposalState>([
  'submitted',
  'in-review',
  'changes-asked',
]);

/** Residents may say that they support it. */
export const SUPPORTABLE: ReadonlySet<ProposalState> = new Set<ProposalState>([
  'submitted',
  'in-review',
  'changes-asked',
  'accepted',
  'on-ballot',
]);

/** Left out of a list unless asked for: nobody takes them further. */
export const SET_ASIDE: readonly ProposalState[] = ['withdrawn', 'merged'];
