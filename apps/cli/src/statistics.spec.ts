import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { run } from './run.js';

const DATA = process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const GOLDEN = join(DATA, 'indicators/golden.json');

function statistics(content: unknown) {
  const out: string[] = [];
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const code = run(['statistics', 'figures.json'], {
    read: () => new TextEncoder().encode(text),
    stream: () => {
      throw new Error('nothing is streamed here');
    },
    list: () => [],
    now: () => 0,
    out: (line) => out.push(line),
    err: (line) => out.push(line),
  });
  return { code, out };
}

describe('ct statistics', () => {
  const wilson = { x: 205, n: 428, ci: [0.4320423101245458, 0.5262757262002763] };

  it('counts what is equal', () => {
    expect(statistics({ wilson: [wilson] })).toEqual({ code: 0, out: ['2 equal'] });
    expect(statistics({ wilson })).toEqual({ code: 0, out: ['2 equal'] });
  });

  it('names every figure that differs, by a relative 1e-6', () => {
    const off = (by: number) => ({ ...wilson, ci: [wilson.ci[0]! * (1 + by), wilson.ci[1]] });

    expect(statistics({ wilson: [off(0.9e-6)] }).code).toBe(0);
    const { code, out } = statistics({ wilson: [wilson, off(1.1e-6)] });
    expect(code).toBe(1);
    expect(out[0]).toMatch(
      /^differs: wilson\[1\]\.ci\[0\]: the file says 0\.43\d+, its inputs give 0\.43\d+$/,
    );
    expect(out[1]).toBe('3 equal, 1 differ');
  });

  it('takes a figure that nothing computes for a difference, and a missing one for none', () => {
    expect(statistics({ wilson: [{ ...wilson, mood: 3 }] }).out[0]).toBe(
      'differs: wilson[0].mood: the file says 3, its inputs give nothing',
    );
    expect(statistics({ wilson: [{ x: 1, n: 9 }] })).toEqual({ code: 0, out: ['0 equal'] });
  });

  it.each([
    ['{', 'figures.json is not JSON'],
    [[], 'figures.json is not an object'],
    [{ tarot: {} }, 'tarot is no section: wilson, '],
    [{ wilson: [{ x: 'many', n: 9 }] }, 'wilson[0].x is not a number'],
    [{ wilson: [{ x: 9, n: 3 }] }, 'wilson[0]: 9 of 3 cannot be'],
  ])('refuses %p', (content, words) => {
    const { code, out } = statistics(content);
    expect(code).toBe(2);
    expect(out[0]).toContain(words);
  });

  const withData = existsSync(GOLDEN) ? it : it.skip;
  withData('agrees with every worked figure of the reference file', () => {
    expect(statistics(readFileSync(GOLDEN, 'utf8'))).toEqual({ code: 0, out: ['242 equal'] });
  });
});
