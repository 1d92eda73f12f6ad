import type { Api } from '@commonthread/api-client';
import type { TagColour, ThreadStep } from '@commonthread/govuk';

export type ProposalState = Api<'ProposalSummaryDto'>['state'];

interface StateWords {
  readonly name: () => string;
  readonly colour: TagColour;
  readonly step: ThreadStep | null;
  /** Whether it goes no further from here. */
  readonly ended?: boolean;
}

const STATES: Readonly<Record<ProposalState, StateWords>> = {
  draft: { name: () => $localize`Draft`, colour: 'grey', step: 'proposed' },
  submitted: { name: () => $localize`Put forward`, colour: 'blue', step: 'proposed' },
  'in-review': { name: () => $localize`Being reviewed`, colour: 'yellow', step: 'reviewed' },
  'changes-asked': { name: () => $localize`Changes asked for`, colour: 'orange', step: 'reviewed' },
  accepted: { name: () => $localize`Accepted for the ballot`, colour: 'teal', step: 'reviewed' },
  'not-taken-forward': {
    name: () => $localize`Not taken forward`,
    colour: 'grey',
    step: 'reviewed',
    ended: true,
  },
  'on-ballot': { name: () => $localize`On the ballot`, colour: 'green', step: 'voted' },
  funded: { name: () => $localize`Funded`, colour: 'green', step: 'decided' },
  'not-funded': { name: () => $localize`Not funded`, colour: 'grey', step: 'decided', ended: true },
  'in-delivery': { name: () => $localize`Being delivered`, colour: 'teal', step: 'delivered' },
  delivered: { name: () => $localize`Delivered`, colour: 'teal', step: 'did-it-work' },
  stopped: { name: () => $localize`Stopped`, colour: 'red', step: 'delivered', ended: true },
  withdrawn: { name: () => $localize`Withdrawn`, colour: 'grey', step: 'proposed', ended: true },
  merged: { name: () => $localize`Joined with another`, colour: 'purple', step: 'proposed', ended: true },
};

/** In the order they can follow one another. */
export const PROPOSAL_STATES = Object.keys(STATES) as ProposalState[];

/** The state in the reader's words. */
export function proposalStateName(state: ProposalState): string {
  return STATES[state].name();
}

export function proposalStateColour(state: ProposalState): TagColour {
  return STATES[state].colour;
}

/** Where on the thread a proposal in this state stands. */
export function proposalStep(state: ProposalState): ThreadStep | null {
  return STATES[state].step;
}

/** Whether a proposal in this state goes no further. */
export function proposalEnded(state: ProposalState): boolean {
  return STATES[state].ended ?? false;
}
