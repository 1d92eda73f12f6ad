import { describe, expect, it } from '@jest/globals';

import type { PbVote } from './pb-file.js';
import { PbReader } from './reader.js';
import { parsePb } from './parse.js';

const header =
  'META\r\nkey;value\r\nbudget;100\r\nvote_type;approval\r\nPROJECTS\r\nproject_id;cost;name\r\n';
const text = `${header}a;10;"two\nlines; and ""quotes"""\r\nb;20;plain "inner" quote\r\nVOTES\r\nvoter_id;vote\r\n1;a,b\r\n2;`;

describe('PbReader', () => {
  it.each([1, 2, 7, 1000])('reads the same in chunks of %d characters', (size) => {
    const votes: PbVote[] = [];
    const names: unknown[] = [];
    const reader = new PbReader({
      vote: (vote) => votes.push(vote),
      project: ({ name }) => names.push(name),
    });
    for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
    const summary = reader.end();

    expect(names).toEqual(['two\nlines; and "quotes"', 'plain "inner" quote']);
    expect(votes).toEqual(parsePb(text).votes);
    expect(summary.tallies.get('b')).toMatchObject({ votes: 1 });
  });

  it('hands over the head before the first project', () => {
    const seen: string[] = [];
    const reader = new PbReader({ head: () => seen.push('head'), project: ({ id }) => seen.push(id) });
    reader.push(text);
    reader.end();
    expect(seen).toEqual(['head', 'a', 'b']);
  });

  it('reads 100,000 ballots in under a second', () => {
    const ids = Array.from({ length: 150 }, (_, index) => `P${index}`);
    const lines = Array.from({ length: 100_000 }, (_, index) => {
      const choices = [0, 7, 31, 64, 90].map((step) => ids[(index + step) % 150]);
      return `${1_400_000_000 + index};${choices.join(',')};${index % 90};F;internet`;
    });
    const projects = ids.map((id, index) => `${id};${1000 + index};Project`).join('\n');
    const large = `${header}${projects}\nVOTES\nvoter_id;vote;age;sex;voting_method\n${lines.join('\n')}\n`;

    let ballots = 0;
    const startedMs = performance.now();
    const reader = new PbReader({ vote: () => (ballots += 1) });
    for (let at = 0; at < large.length; at += 65_536) reader.push(large.slice(at, at + 65_536));
    reader.end();
    const tookMs = performance.now() - startedMs;

    expect(ballots).toBe(100_000);
    // A busy machine gets five times the promise.
    expect(tookMs).toBeLessThan(5000);
  });
});
