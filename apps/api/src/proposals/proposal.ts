import type { ProposalState } from './proposal-states.js';

/** What the author writes. */
export interface ProposalText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly category: string | null;
  /** What the author thinks it costs, whole minor units. */
  readonly estimatePence: number | null;
  readonly placeId: string;
  /** Degrees; both or neither. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type Shown = 'yes' | 'waiting' | 'hidden';

/** One proposal as lists show it. */
export interface ProposalSummary extends Omit<ProposalText, 'body'> {
  /** Its one name, from idea to finished project. */
  readonly number: number;
  readonly roundId: string;
  /** `null` for an imported project, and when the account is gone. */
  readonly authorId: string | null;
  readonly imported: boolean;
  readonly costPence: number | null;
  readonly currency: string;
  readonly state: ProposalState;
  readonly supports: number;
  readonly comments: number;
  readonly submittedAt: Date | null;
  /** `waiting`: a moderator has still to read it. `hidden`: with the reason. */
  readonly shown: Shown;
  readonly hiddenReason: string | null;
}

export interface Proposal extends ProposalSummary {
  /** The title, or what stands in its place for whoever may not read it. */
  readonly shownTitle: string;
  readonly body: string;
  /** Raised by every change of the text. */
  readonly version: number;
  readonly ballotId: string | null;
  readonly votes: number | null;
  readonly outcome: { readonly funded: boolean; readonly sentence: string; readonly countId: string } | null;
  readonly decisionNumber: string | null;
  readonly mergedInto: number | null;
}

export interface ProposalEvent {
  readonly at: Date;
  readonly what: string;
  readonly reason: string | null;
  readonly by: string;
}
