import { canonicalJson } from '@commonthread/kernel';

import { FormatInvalid } from '../errors.js';
import { shape, type Shape } from '../bytes/shape.js';

/** One line of `checkpoints.ndjson`: a signed note, oldest first. */
export interface CheckpointLine {
  readonly note: string;
}

/** @throws FormatInvalid */
export const readCheckpointLine: Shape<CheckpointLine> = shape<CheckpointLine>({
  note: (value, at) => {
    if (typeof value !== 'string') throw new FormatInvalid(at);
    return value;
  },
});

/** As published, without the newline. */
export const checkpointLineText = (note: string): string => canonicalJson({ note });
