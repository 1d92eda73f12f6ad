import { spawnSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { csvOf, csvOptions } from './csv-writing.js';

const HOSTILE = [
  'typed with\nEnter',
  'with\rthe old way',
  'and\r\nboth',
  'a "quoted", longer; text',
  '"',
  ',',
  '',
  ' blanks around ',
  'Zoë O’Brien, Łódź, شارع الزيتون',
  'a line\u2028apart\u2029from this',
  'tab\there',
  '\ufeffa mark of its own',
  'NUL-free \u0001 control',
];
const FORMULAS = ['=1+1', '+44 1782 000000', '-5 degrees', '@SUM(1)', '\tx', '\rx'];
const write = (texts: readonly string[], bom = true): Promise<Buffer> =>
  buffer(
    csvOf(
      ['n', 'text', 'yes'],
      texts.map((text, n) => [n, text, n % 2 === 0]),
      { bom },
    ),
  );
const cells = (texts: readonly string[]): string[][] => [
  ['n', 'text', 'yes'],
  ...texts.map((text, n) => [String(n), text, n % 2 === 0 ? 'yes' : 'no']),
];
const python = spawnSync('python3', ['--version']).status === 0;

describe('a file of rows', () => {
  it('comes back whole from a strict reader', async () => {
    const read = parse(await write(HOSTILE), { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(read).toEqual(cells(HOSTILE));
  });

  it('comes back whole from a reader that takes any end of line', async () => {
    const read = parse(await write(HOSTILE), {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as string[][];
    expect(read).toEqual(cells(HOSTILE));
  });

  (python ? it : it.skip)('comes back whole from another reader: Python, strict', async () => {
    const program =
      'import csv,json,sys,io\n' +
      'text=io.TextIOWrapper(sys.stdin.buffer,encoding="utf-8-sig",newline="")\n' +
      'print(json.dumps(list(csv.reader(text,strict=True))))';
    const { stdout, stderr } = spawnSync('python3', ['-c', program], { input: await write(HOSTILE) });
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual(cells(HOSTILE));
  });

  it('runs nothing in a spreadsheet', async () => {
    const read = parse(await write(FORMULAS), { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(read.slice(1).map(([, text]) => text)).toEqual(FORMULAS.map((text) => `'${text}`));
  });

  it('is led by the mark of UTF-8, unless the address says no', async () => {
    const MARK = Buffer.from('\ufeff');
    expect((await write(['a'])).subarray(0, 3)).toEqual(MARK);
    expect((await write(['a'], false)).subarray(0, 3)).not.toEqual(MARK);
    expect([csvOptions(undefined), csvOptions('true'), csvOptions('false')]).toEqual([
      { bom: true },
      { bom: true },
      { bom: false },
    ]);
  });
});
