import type { TagColour } from '@commonthread/govuk';
import type { Batch } from './paper-api.js';

const STAGES: Readonly<Record<Batch['stage'], { name: () => string; colour: TagColour }>> = {
  'counted-once': { name: () => $localize`Counted by one`, colour: 'grey' },
  'first-entry': { name: () => $localize`First entry`, colour: 'blue' },
  'second-entry': { name: () => $localize`Second entry`, colour: 'blue' },
  compare: { name: () => $localize`To compare and seal`, colour: 'yellow' },
  'sealed-once': { name: () => $localize`Sealed by one`, colour: 'yellow' },
  sealed: { name: () => $localize`Sealed`, colour: 'green' },
};

export const batchStageName = (stage: Batch['stage']): string => STAGES[stage].name();
export const batchStageColour = (stage: Batch['stage']): TagColour => STAGES[stage].colour;

/** Who has to do what next with a batch, for the reader. */
export function nextWords({ stage, mine, keyer, entered, inBox }: Batch): string {
  const some = $localize`${entered}:entered: of ${inBox ?? 0}:inBox: entered`;
  switch (stage) {
    case 'counted-once':
      return mine
        ? $localize`Another officer counts the box too`
        : $localize`Count the box yourself, without being told the numbers`;
    case 'first-entry':
    case 'second-entry':
      if (keyer === 'another') return $localize`Another officer is entering it: ${some}:some:`;
      if (keyer === 'reader') return $localize`Go on entering: ${some}:some:`;
      return mine ? $localize`Another officer enters it again` : $localize`Enter the sheets`;
    case 'compare':
      return $localize`Settle what differs, then seal`;
    case 'sealed-once':
      return mine ? $localize`Another officer seals it too` : $localize`Seal it too`;
    case 'sealed':
      return '';
  }
}

type Numbers = Pick<Batch, 'issued' | 'inBox' | 'spoiled' | 'returned' | 'missing'>;

/** How far the sheets handed out are from those found again; 0 when it adds up. */
export function issuedGap({ issued, inBox, spoiled, returned, missing }: Numbers): number {
  return (issued ?? 0) - (inBox ?? 0) - (spoiled ?? 0) - (returned ?? 0) - (missing ?? 0);
}
