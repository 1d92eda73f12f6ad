import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { decodeText, delimiterOf, TextDoubt, TextFault, TextReader } from './index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
const latin = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

function refusal(bytes: Uint8Array, confirmed?: 'windows-1252' | 'windows-1250'): TextFault | TextDoubt {
  try {
    decodeText(bytes, confirmed);
  } catch (fault) {
    if (fault instanceof TextFault || fault instanceof TextDoubt) return fault;
    throw fault;
  }
  throw new Error('it was read');
}

describe('a text file', () => {
  const text = 'name;town\r\nZoë O’Brien;Łódź\r\n';

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)])],
    ['UTF-16 with a byte order mark', Uint8Array.from([0xff, 0xfe, ...utf16le(text)])],
    [
      'UTF-16, big-endian',
      Uint8Array.from([0xfe, 0xff, ...utf16le(text)].map((_, n, all) => all[n < 2 ? n : n ^ 1] ?? 0)),
    ],
  ])('in %s is read without a question', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('is read the same however it is cut in pieces', () => {
    for (const size of [1, 2, 3, 5]) {
      for (const bytes of [utf8(text), Uint8Array.from([0xff, 0xfe, ...utf16le(text)])]) {
        const reader = new TextReader();
        let read = '';
        for (let at = 0; at < bytes.length; at += size) read += reader.push(bytes.subarray(at, at + size));
        expect(read + reader.end()).toBe(text);
      }
    }
  });

  it('in Windows-1252 is not guessed in silence: it is asked about, with the lines that matter', () => {
    const bytes = latin('full_name,house\nAnn Hill,3\nZo\xeb O\x92Brien,4\nPeter Rowe,5\n');
    const doubt = refusal(bytes);
    expect(doubt).toMatchObject({
      guess: 'windows-1252',
      line: 3,
      byte: 31,
      sample: [{ line: 3, text: 'Zoë O’Brien,4' }],
    });
    expect(decodeText(bytes, 'windows-1252')).toContain('Zoë O’Brien');
  });

  it.each([
    ['Polish', [0xa3, 0xf3, 0x64, 0x9f], 'Łódź'],
    ['Polish, within a word', [0x4d, 0x69, 0x65, 0x73, 0x7a, 0x6b, 0x61, 0xb3, 0x61], 'Mieszkała'],
    ['Czech', [0x8e, 0x69, 0x9e, 0x6b, 0x6f, 0x76], 'Žižkov'],
  ])('in Windows-1250 is told from Windows-1252: %s', (_, bytes, word) => {
    expect(refusal(Uint8Array.from(bytes))).toMatchObject({
      guess: 'windows-1250',
      sample: [{ line: 1, text: word }],
    });
  });

  it.each([
    ['a letter written the long way', [0x41, 0xc0, 0x80], 2],
    ['half of a surrogate', [0x41, 0x42, 0xed, 0xa0, 0x80], 4],
    ['a letter that is none', [0xf5], 1],
  ])('is not UTF-8 by the standard: %s', (_, bytes, byte) => {
    expect(refusal(Uint8Array.from(bytes))).toMatchObject({ byte });
  });

  it('in Windows-1252 is told by its money: £5 is no Polish letter', () => {
    expect(refusal(latin('Bench \xa35'))).toMatchObject({ guess: 'windows-1252' });
  });

  it('finds the line of a fault behind many pieces', () => {
    const reader = new TextReader();
    for (let n = 0; n < 500; n += 1) reader.push(utf8('a quiet line\n'));
    let fault: unknown;
    try {
      reader.push(latin('Zo\xeb\n'));
    } catch (caught) {
      fault = caught;
    }
    expect(fault).toMatchObject({ guess: 'windows-1252', line: 501, byte: 6504 });
  });

  it('in UTF-16 without a mark is asked about', () => {
    expect(refusal(utf16le('name;town\nAnn;Hanley\n'))).toMatchObject({
      guess: 'utf-16le',
      sample: [
        { line: 1, text: 'name;town' },
        { line: 2, text: 'Ann;Hanley' },
      ],
    });
  });

  it.each([
    ['a NUL', utf8('name\nAnn\0Hill\n'), 'text.nul', 2, 9],
    ['a NUL in UTF-16', Uint8Array.from([0xff, 0xfe, ...utf16le('name\nAnn\0Hill')]), 'text.nul', 2, 17],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'text.workbook', 1, 1],
    ['a picture', Uint8Array.from([0x81, 0x8d, 0x90, 0xff, 0x9d]), 'text.unknown-encoding', 1, 1],
    ['a last letter that is cut off', utf8('Zoë').subarray(0, 3), 'text.not-this-encoding', 1, 3],
  ])('is refused with line and byte: %s', (_, bytes, code, line, byte) => {
    expect(refusal(bytes)).toMatchObject({ code, line, byte });
  });

  it('is refused when what was confirmed does not fit it', () => {
    expect(refusal(latin('Ann\nZo\x81\n'), 'windows-1252')).toMatchObject({
      code: 'text.not-this-encoding',
      line: 2,
    });
  });

  it('has its cells parted by what stands most often in its headings', () => {
    expect(delimiterOf('a,b,c')).toBe(',');
    expect(delimiterOf('a;b;c')).toBe(';');
    expect(delimiterOf('a\tb\tc')).toBe('\t');
    expect(delimiterOf('"a,b,c,d";b;c')).toBe(';');
    expect(delimiterOf('alone')).toBe(',');
  });

  const shared = join(process.env['COMMONTHREAD_DATA'] ?? '../shared/data', 'formats');
  (existsSync(shared) ? it : it.skip)('reads the samples of the shared data', () => {
    const of = (name: string) => readFileSync(join(shared, name));
    expect(decodeText(of('utf16.pb'))).toContain('META');
    expect(refusal(of('cp1250.pb'))).toMatchObject({ guess: 'windows-1250' });
    expect(refusal(of('cp1252.pb'))).toMatchObject({ guess: 'windows-1252' });
    expect(decodeText(of('comma.pb'))).toContain('META');
  });
});
