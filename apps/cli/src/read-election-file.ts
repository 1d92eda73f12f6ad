import {
  decodeText,
  type Encoding,
  ENCODINGS,
  isEncoding,
  TextDoubt,
  TextFault,
} from '@commonthread/kernel/text-files';
import { parsePb, type PbFile } from '@commonthread/pabulib';

import { UsageError, type Terminal } from './command.js';

/** A file that cannot be read at all, or is not text. */
export class InputError extends Error {}

export const ENCODING_USAGE = `--encoding E           how a file that is not UTF-8 is written: ${ENCODINGS.join(', ')}`;

/**
 * @param encoding as given with --encoding
 * @throws InputError | UsageError | PbMalformed
 */
export function readElectionFile(terminal: Terminal, path: string, encoding?: string): PbFile {
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UsageError(`--encoding ${encoding} is not one of ${ENCODINGS.join(', ')}`);
  }
  return parsePb(readText(terminal, path, encoding));
}

/** @throws InputError when the file is absent or its bytes are no text; nothing is guessed */
export function readText(terminal: Terminal, path: string, encoding?: Encoding): string {
  let bytes: Uint8Array;
  try {
    bytes = terminal.read(path);
  } catch (cause) {
    throw new InputError(`cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  try {
    return decodeText(bytes, encoding);
  } catch (fault) {
    if (fault instanceof TextDoubt) throw new InputError(asked(path, fault));
    if (fault instanceof TextFault) throw new InputError(`${path} cannot be read as text. ${fault.message}`);
    throw fault;
  }
}

function asked(path: string, { message, guess, sample }: TextDoubt): string {
  const rows = sample.map(({ line, text }) => `  line ${line}: ${text}`);
  return [`${path}: ${message}`, ...rows, `If that reads right, give --encoding ${guess}.`].join('\n');
}
