import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PbMalformed } from './faults.js';
import { parsePb } from './parse.js';
import { toElection } from './to-election.js';
import { writePb } from './write.js';

const sound =
  'META\nkey;value\nbudget;100\nvote_type;cumulative\nPROJECTS\nproject_id;cost;name\na;10;"x;y"\nb;20;\nVOTES\nvoter_id;vote;points\n1;a,b;1,2\n2;b;3\n';

/** A sound text with a few pieces cut out, doubled or replaced. */
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(sound.length),
      cut: fc.nat(6),
      put: fc.oneof(
        fc.string({ maxLength: 3 }),
        fc.constantFrom('"', ';', '\n', 'META\n', 'VOTES\n', '\r', '__proto__', '\uFEFF', '-1', '1e9', ','),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((wounds) =>
    wounds.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), sound),
  );

describe('any text at all', () => {
  it('is an election that can be counted and written, or refused with its faults', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        try {
          const file = parsePb(text);
          for (const { choices, points } of toElection(file).ballots) {
            expect(new Set(choices).size).toBe(choices.length);
            if (points) expect(points).toHaveLength(choices.length);
          }
          expect(parsePb(writePb(file)).votes).toHaveLength(file.votes.length);
        } catch (error) {
          if (!(error instanceof PbMalformed)) throw error;
          expect(error.faults.length).toBeGreaterThan(0);
          expect(
            error.faults.every(({ line, code, reason }) => line >= 1 && code !== '' && reason !== ''),
          ).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
