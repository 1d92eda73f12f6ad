import { type Encoding, encodingLabel, markOf } from './encodings.js';
import { TextDoubt, TextFault } from './faults.js';
import { guessOf } from './guess.js';
import { Utf8Check } from './utf8-check.js';

const NUL = 0;
const NEWLINE = 10;
/** So many bytes around the fault are looked at for a guess. */
const MOST_LOOKED_AT = 4 * 1024 * 1024;
const MOST_SHOWN = 5;

/**
 * Turns the bytes of a file into text, piece by piece, and never guesses in silence: a byte order mark is believed,
 * anything else is UTF-8 without a fault or it is refused, with the guess for a person to confirm.
 */
export class TextReader {
  /** What the file is read as; known after the first bytes. */
  encoding: Encoding | undefined;
  private readonly utf8 = new Utf8Check();
  private decoder: TextDecoder | undefined;
  private held: Uint8Array = new Uint8Array();
  private line = 1;
  private bytes = 0;
  private lineBegan: Uint8Array = new Uint8Array();

  /** @param confirmed what a person said the file is; a byte order mark is believed before them */
  constructor(private readonly confirmed?: Encoding) {}

  /** @throws TextFault | TextDoubt */
  push(piece: Uint8Array): string {
    const bytes = joined(this.held, piece);
    if (!this.decoder && bytes.length < 3) {
      this.held = bytes;
      return '';
    }
    this.held = new Uint8Array();
    return this.decode(bytes);
  }

  /** @throws TextFault | TextDoubt */
  end(): string {
    const rest = this.held.length > 0 ? this.decode(this.held) : '';
    this.held = new Uint8Array();
    if (this.utf8.unfinished || this.cutOff()) {
      throw this.notThis(this.bytes, 'its last letter is cut off');
    }
    return rest;
  }

  private decode(bytes: Uint8Array): string {
    const decoder = (this.decoder ??= this.begin(bytes));
    const utf16 = this.encoding?.startsWith('utf-16') ?? false;
    if (!utf16) this.checkNul(bytes);
    if (this.encoding === 'utf-8') this.checkUtf8(bytes);
    const text = this.decoded(decoder, bytes);
    if (this.encoding !== 'utf-8') this.checkText(text, bytes);
    this.bytes += bytes.length;
    if (utf16) this.line += text.split('\n').length - 1;
    else this.countLines(bytes);
    return text;
  }

  private begin(bytes: Uint8Array): TextDecoder {
    if (isWorkbook(bytes)) throw new TextFault('text.workbook', 1, 1, WORKBOOK);
    const mark = markOf(bytes);
    this.encoding = mark?.encoding ?? this.confirmed ?? unmarkedUtf16(bytes) ?? 'utf-8';
    const guessed = !mark && !this.confirmed && this.encoding !== 'utf-8';
    if (guessed) throw this.doubt(this.encoding, [bytes.subarray(0, bytes.length & ~1)], 1, 1);
    return new TextDecoder(this.encoding, { fatal: true });
  }

  private decoded(decoder: TextDecoder, bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes, { stream: true });
    } catch {
      throw this.notThis(this.bytes + 1, 'it cannot be read');
    }
  }

  private cutOff(): boolean {
    try {
      this.decoder?.decode();
      return false;
    } catch {
      return true;
    }
  }

  private checkNul(bytes: Uint8Array): void {
    const at = bytes.indexOf(NUL);
    if (at < 0) return;
    throw new TextFault(
      'text.nul',
      this.line + newlines(bytes, at),
      this.bytes + at + 1,
      'a NUL stands here, which no text has. Save the file as CSV in UTF-8 again',
    );
  }

  private checkUtf8(bytes: Uint8Array): void {
    const at = this.utf8.firstFault(bytes);
    if (at < 0) return;
    const line = this.line + newlines(bytes, at);
    const whole = joined(this.lineBegan, bytes).subarray(0, MOST_LOOKED_AT);
    const odd = linesOf(whole).filter((one) => one.some((byte) => byte >= 0x80));
    const guess = guessOf(odd);
    if (!guess) throw this.unknown(line, this.bytes + at + 1);
    throw this.doubt(guess, linesOf(whole), line, this.bytes + at + 1);
  }

  /** What a single-byte code page leaves open, and NUL in UTF-16, is no text either. */
  private checkText(text: string, bytes: Uint8Array): void {
    const at = text.search(/[\0\u0081\u008d\u008f\u0090\u009d]/);
    if (at < 0) return;
    const line = this.line + text.slice(0, at).split('\n').length - 1;
    const byte = this.bytes + Math.min(bytes.length, at * (this.encoding?.startsWith('utf-16') ? 2 : 1)) + 1;
    if (text[at] === '\0')
      throw new TextFault('text.nul', line, byte, 'a NUL stands here, which no text has');
    throw new TextFault('text.not-this-encoding', line, byte, `this byte means nothing in ${this.named()}`);
  }

  private doubt(guess: Encoding, lines: readonly Uint8Array[], line: number, byte: number): TextDoubt {
    const decoder = new TextDecoder(guess);
    const read = guess.startsWith('utf-16')
      ? lines.flatMap((bytes) => decoder.decode(bytes).split(/\r?\n/))
      : lines.map((bytes) => decoder.decode(bytes));
    const sample = read
      .map((text, n) => ({ line: this.line + n, text: text.slice(0, 200) }))
      .filter(({ text }) => (guess.startsWith('utf-16') ? text !== '' : /[^\0-\x7f]/.test(text)))
      .slice(0, MOST_SHOWN);
    return new TextDoubt(guess, line, byte, sample);
  }

  private unknown(line: number, byte: number): TextFault {
    const reason =
      'this is not UTF-8 and looks like no other writing known here. Save the file as CSV in UTF-8';
    return new TextFault('text.unknown-encoding', line, byte, reason);
  }

  private notThis(byte: number, reason: string): TextFault {
    return new TextFault('text.not-this-encoding', this.line, byte, `read as ${this.named()}, ${reason}`);
  }

  private named(): string {
    return encodingLabel(this.encoding ?? 'utf-8');
  }

  private countLines(bytes: Uint8Array): void {
    this.line += newlines(bytes, bytes.length);
    const last = bytes.lastIndexOf(NEWLINE);
    this.lineBegan = last < 0 ? joined(this.lineBegan, bytes).slice(-10_000) : bytes.slice(last + 1);
  }
}

const WORKBOOK = 'this is an Excel workbook or a ZIP file. Save it as “CSV UTF-8” and send that';

const isWorkbook = ([first, second, third]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && third === 0x03;

/** A whole file at once. @throws TextFault | TextDoubt */
export function decodeText(bytes: Uint8Array, confirmed?: Encoding): string {
  const reader = new TextReader(confirmed);
  return reader.push(bytes) + reader.end();
}

/** Every second byte empty: letters of our alphabets in two bytes each, without the mark that should say so. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const some = bytes.subarray(0, 1000);
  const empty = [0, 0];
  some.forEach((byte, at) => byte === NUL && (empty[at % 2] = (empty[at % 2] ?? 0) + 1));
  const [even = 0, odd = 0] = empty;
  if (some.length < 8 || Math.max(even, odd) < some.length / 3) return undefined;
  if (Math.min(even, odd) > some.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function newlines(bytes: Uint8Array, before: number): number {
  let found = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < before; at = bytes.indexOf(NEWLINE, at + 1))
    found += 1;
  return found;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
    lines.push(bytes.subarray(from, bytes[end - 1] === 13 && end > from ? end - 1 : end));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
