import type { Api } from '@commonthread/api-client';
import type { TagColour, ThreadStep } from '@commonthread/govuk';

export type Standing = Api<'ContributionDto'>['standing'];

interface StandingWords {
  readonly name: () => string;
  readonly colour: TagColour;
  readonly step: ThreadStep;
}

const STANDINGS: Readonly<Record<Standing, StandingWords>> = {
  waiting: { name: () => $localize`Waiting for an answer`, colour: 'blue', step: 'proposed' },
  'in-review': { name: () => $localize`Being reviewed`, colour: 'yellow', step: 'reviewed' },
  'changes-asked': { name: () => $localize`Changes asked for`, colour: 'orange', step: 'reviewed' },
  accepted: { name: () => $localize`Accepted for the ballot`, colour: 'teal', step: 'reviewed' },
  'on-ballot': { name: () => $localize`On the ballot`, colour: 'green', step: 'voted' },
  'not-taken-forward': { name: () => $localize`Not taken forward`, colour: 'grey', step: 'reviewed' },
  funded: { name: () => $localize`Funded`, colour: 'green', step: 'decided' },
  'not-funded': { name: () => $localize`Not funded`, colour: 'grey', step: 'decided' },
  'in-delivery': { name: () => $localize`Being delivered`, colour: 'teal', step: 'delivered' },
  delivered: { name: () => $localize`Delivered`, colour: 'green', step: 'did-it-work' },
  stopped: { name: () => $localize`Stopped`, colour: 'red', step: 'delivered' },
  withdrawn: { name: () => $localize`Withdrawn`, colour: 'grey', step: 'proposed' },
  merged: { name: () => $localize`Joined with another`, colour: 'purple', step: 'proposed' },
  decided: { name: () => $localize`Decided`, colour: 'green', step: 'decided' },
  cancelled: { name: () => $localize`Called off`, colour: 'grey', step: 'proposed' },
};

/** Where something a person gave stands, in the reader's words. */
export function standingName(standing: Standing): string {
  return STANDINGS[standing].name();
}

export function standingColour(standing: Standing): TagColour {
  return STANDINGS[standing].colour;
}

export function standingStep(standing: Standing): ThreadStep {
  return STANDINGS[standing].step;
}
