import type { Json } from '@commonthread/kernel';
import { isCanonicalJson } from '@commonthread/kernel';

import type { Shape } from '../bytes/shape.js';
import { FormatInvalid } from '../errors.js';
import type { ExportFile, ExportSource } from '../publishing/files.js';
import type { Findings } from './report.js';

export interface NumberedLine {
  /** From 1. */
  readonly number: number;
  /** Without its newline; null when it is not UTF-8. */
  readonly text: string | null;
}

const NEWLINE = 10;
/** One for all lines: making one takes longer than reading a line with it. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits at newlines and nothing else; a file that does not end in one is a fault. */
export async function* linesOf(
  file: ExportFile,
  source: ExportSource,
  findings: Findings,
): AsyncGenerator<NumberedLine> {
  let rest = new Uint8Array();
  let number = 0;
  for await (const piece of source.open(file)) {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      const line = piece.subarray(start, end);
      yield { number: ++number, text: textOf(rest.length === 0 ? line : joined(rest, line)) };
      rest = new Uint8Array();
      start = end + 1;
    }
    rest = joined(rest, piece.subarray(start));
  }
  if (rest.length > 0) {
    findings.add(file, number + 1, 'file.end', 'the last line does not end in a newline');
    yield { number: ++number, text: textOf(rest) };
  }
}

/**
 * Reads one line that must be the canonical JSON of its shape.
 *
 * @returns null after noting what is wrong
 */
export function readLine<T>(
  file: ExportFile,
  { number, text }: NumberedLine,
  shape: Shape<T>,
  findings: Findings,
): T | null {
  if (text === null) {
    findings.add(file, number, 'line.text', 'not UTF-8 text');
    return null;
  }
  try {
    const value = JSON.parse(text) as Json;
    if (!isCanonicalJson(text, value)) {
      findings.add(file, number, 'line.canonical', 'not the canonical form of its JSON');
      return null;
    }
    return shape(value, 'line');
  } catch (error) {
    const what =
      error instanceof FormatInvalid ? `${error.field} does not belong or is out of form` : 'not JSON';
    findings.add(file, number, 'line.shape', what);
    return null;
  }
}

/** A file that is one line. @returns the value and its text, or null after noting what is wrong */
export async function readOnlyLine<T>(
  file: ExportFile,
  source: ExportSource,
  shape: Shape<T>,
  findings: Findings,
): Promise<{ value: T; text: string } | null> {
  let read: { value: T; text: string } | null = null;
  let count = 0;
  for await (const line of linesOf(file, source, findings)) {
    if (++count > 1) {
      findings.add(file, line.number, 'file.lines', 'more than one line');
      return null;
    }
    const value = readLine(file, line, shape, findings);
    if (value !== null) read = { value, text: line.text ?? '' };
  }
  if (count === 0) findings.add(file, null, 'file.lines', 'empty');
  return read;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
