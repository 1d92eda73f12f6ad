import type { Api } from '@commonthread/api-client';
import type { Voting } from './closing-api.js';

export interface Need {
  readonly what: string;
  readonly met: boolean;
  readonly link?: 'paper';
}

/** What must be there before all paper is in, each with whether it is. */
export function needsOfPaper(
  { paperIssued }: NonNullable<Voting['office']>,
  batches: readonly Api<'PaperBatchDto'>[],
): Need[] {
  const counted = batches.filter(({ stage }) => stage !== 'counted-once');
  const accounted = counted.reduce((sum, { issued }) => sum + (issued ?? 0), 0);
  const open = batches.filter(({ stage }) => stage !== 'sealed').length;
  return [
    {
      what: $localize`Every sheet that was handed out is in some batch: ${accounted}:accounted: of ${paperIssued}:issued:`,
      met: accounted >= paperIssued,
      link: 'paper',
    },
    {
      what:
        open === 0
          ? $localize`Every batch is sealed by two officers`
          : $localize`Every batch is sealed by two officers: ${open}:open: not yet`,
      met: open === 0,
      link: 'paper',
    },
  ];
}
