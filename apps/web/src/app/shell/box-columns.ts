import type { Api } from '@commonthread/api-client';

/** The sums of a box of paper ballots, in the order in which they add up, with their headings. */
export const boxColumns = () =>
  [
    { sum: 'issued', heading: $localize`Handed out` },
    { sum: 'inBox', heading: $localize`In box` },
    { sum: 'spoiled', heading: $localize`Spoiled` },
    { sum: 'returned', heading: $localize`Returned` },
    { sum: 'missing', heading: $localize`Missing` },
    { sum: 'keyed', heading: $localize`Entered` },
  ] as const satisfies readonly {
    sum: keyof Api<'PaperRecordDto'>['batches'][number];
    heading: string;
  }[];
