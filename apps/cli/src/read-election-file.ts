import { parsePb, type PbFile } from '@commonthread/pabulib';

import type { Terminal } from './command.js';

/** A file that cannot be read at all, or is not text. */
export class InputError extends Error {}

/** @throws InputError | PbMalformed */
export function readElectionFile(terminal: Terminal, path: string): PbFile {
  return parsePb(readText(terminal, path));
}

/** @throws InputError when the file is absent or its bytes are not UTF-8 */
export function readText(terminal: Terminal, path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = terminal.read(path);
  } catch (cause) {
    throw new InputError(`cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${path} is not UTF-8 text`);
  }
}
