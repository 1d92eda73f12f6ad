import type { Encoding } from './encodings.js';
import { encodingLabel } from './encodings.js';

export type TextFaultCode = 'text.nul' | 'text.workbook' | 'text.not-this-encoding' | 'text.unknown-encoding';

/** The file cannot be read, and where. */
export class TextFault extends Error {
  /**
   * @param line counted from 1
   * @param byte within the file, counted from 1
   */
  constructor(
    readonly code: TextFaultCode,
    readonly line: number,
    readonly byte: number,
    readonly reason: string,
  ) {
    super(`Line ${line}, byte ${byte}: ${reason}`);
  }
}

/** Not UTF-8, but readable in another way that a person has to confirm: a wrong guess would change names. */
export class TextDoubt extends Error {
  constructor(
    readonly guess: Encoding,
    readonly line: number,
    readonly byte: number,
    /** Lines with letters that the guess decides about, as they would read. */
    readonly sample: readonly { readonly line: number; readonly text: string }[],
  ) {
    super(`Line ${line}, byte ${byte}: this is not UTF-8. It looks like ${encodingLabel(guess)}.`);
  }
}
