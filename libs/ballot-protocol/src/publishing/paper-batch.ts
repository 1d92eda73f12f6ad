import { canonicalJson, type Json } from '@commonthread/kernel';

import { line, slug } from '../bytes/scalars.js';
import { orNull, shape, whole, type Shape } from '../bytes/shape.js';

/** One sealed batch of paper ballots: one line of `paper-batches.ndjson`, ordered by batch. */
export interface PaperBatch {
  readonly batch: string;
  /** Sheets handed out. */
  readonly issued: number;
  /** Sheets found in the box: the control total counted by two people. */
  readonly inBox: number;
  readonly spoiled: number;
  readonly returned: number;
  readonly missing: number;
  /** Sheets entered twice and agreed: as many as there are lines in `ballots.ndjson`. */
  readonly keyed: number;
  /** Why the totals do not add up, when they do not. */
  readonly discrepancy: string | null;
}

/** @throws FormatInvalid */
export const readPaperBatch: Shape<PaperBatch> = shape<PaperBatch>({
  batch: slug,
  issued: whole(),
  inBox: whole(),
  spoiled: whole(),
  returned: whole(),
  missing: whole(),
  keyed: whole(),
  discrepancy: orNull(line(500)),
});

/** Whether every sheet is accounted for. */
export function addsUp({ issued, inBox, spoiled, returned, missing, keyed }: PaperBatch): boolean {
  return issued === inBox + spoiled + returned + missing && keyed === inBox;
}

/** As published, without the newline. */
export const paperBatchText = (batch: PaperBatch): string => canonicalJson(batch as unknown as Json);
