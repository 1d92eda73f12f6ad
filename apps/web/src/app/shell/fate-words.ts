import type { Api } from '@commonthread/api-client';
import type { TagColour } from '@commonthread/govuk';

export type Fate = Api<'NoticeDto'>['fate'];

interface FateWords {
  readonly name: () => string;
  readonly colour: TagColour;
}

const FATES: Readonly<Record<Fate, FateWords>> = {
  'looked-at-again': { name: () => $localize`Looked at again`, colour: 'yellow' },
  'changes-asked': { name: () => $localize`Changes asked for`, colour: 'orange' },
  accepted: { name: () => $localize`Accepted for the ballot`, colour: 'teal' },
  'not-taken-forward': { name: () => $localize`Not taken forward`, colour: 'grey' },
  funded: { name: () => $localize`Funded`, colour: 'green' },
  'not-funded': { name: () => $localize`Not funded`, colour: 'grey' },
  'in-delivery': { name: () => $localize`Work has begun`, colour: 'teal' },
  slipped: { name: () => $localize`A date has slipped`, colour: 'orange' },
  news: { name: () => $localize`News of the work`, colour: 'blue' },
  delivered: { name: () => $localize`Delivered`, colour: 'green' },
  stopped: { name: () => $localize`Stopped`, colour: 'red' },
  withdrawn: { name: () => $localize`Withdrawn`, colour: 'grey' },
  merged: { name: () => $localize`Joined with another`, colour: 'purple' },
  decided: { name: () => $localize`Decided`, colour: 'green' },
  cancelled: { name: () => $localize`Called off`, colour: 'grey' },
};

/** What became of something, in the reader's words. */
export function fateName(fate: Fate): string {
  return FATES[fate].name();
}

export function fateColour(fate: Fate): TagColour {
  return FATES[fate].colour;
}
