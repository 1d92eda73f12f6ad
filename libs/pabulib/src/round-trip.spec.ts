import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parsePb } from './parse.js';
import type { PbDraft, PbFile } from './pb-file.js';
import { PERSONAL_COLUMNS } from './words.js';
import { streamPb, writePb } from './write.js';

/** What a file says; warnings are about the text it was read from. */
const said = (file: PbFile) => ({ ...file, warnings: [], meta: Object.fromEntries(file.meta) });
const byId = (file: PbFile) => ({
  ...said(file),
  projects: file.projects.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

const text = fc
  .string({ unit: fc.constantFrom(...'ab;"\' ,\n#:ł😀'), maxLength: 12 })
  .map((value) => value.trim())
  .filter((value) => value !== 'None');
const id = fc.string({ unit: fc.constantFrom(...'ab0/.;"'), minLength: 1, maxLength: 5 });
const label = fc.string({ unit: fc.constantFrom(...'ab;"'), minLength: 1, maxLength: 5 });

const draft: fc.Arbitrary<PbDraft> = fc
  .record({
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
    voteType: fc.constantFrom('approval', 'ordinal', 'cumulative', 'scoring' as const),
    unknownValue: text,
    budgetMinor: fc.maxSafeInteger().map(Math.abs),
  })
  .chain(({ ids, voteType, unknownValue, budgetMinor }) =>
    fc.record({
      meta: fc.constant(
        new Map([...required, ['budget', amount(budgetMinor)], ['vote_type', voteType], ['x', unknownValue]]),
      ),
      voteType: fc.constant(voteType),
      budgetMinor: fc.constant(budgetMinor),
      minorPerUnit: fc.constant(100),
      projects: fc.tuple(...ids.map((one) => project(one))),
      otherProjectColumns: fc.constant(['Site']),
      votes: fc
        .array(
          fc.subarray(ids).chain((choices) => fc.shuffledSubarray(choices, { minLength: choices.length })),
          { maxLength: 8 },
        )
        .chain((ballots) =>
          fc.tuple(
            ...ballots.map((choices, at) =>
              fc.record({
                voterId: fc.constant(`v${at}`),
                choices: fc.constant(choices),
                ...(voteType === 'cumulative' || voteType === 'scoring'
                  ? { points: fc.tuple(...choices.map(() => fc.nat(10))) }
                  : {}),
                other: fc.tuple(text),
              }),
            ),
          ),
        ),
      otherVoteColumns: fc.constant(['age']),
    }),
  );

const required = [
  ...'description country unit instance num_projects num_votes rule date_begin date_end'.split(' '),
].map((key): [string, string] => [key, '']);
const amount = (minor: number): string =>
  `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`.replace(/\.?0+$/, (end) =>
    end.startsWith('.') ? '' : '',
  );

function project(one: string) {
  return fc.record(
    {
      id: fc.constant(one),
      costMinor: fc.nat(),
      categories: fc.array(label, { maxLength: 3 }),
      beneficiaries: fc.array(label, { maxLength: 2 }),
      name: text.filter((value) => value !== ''),
      selected: fc.constantFrom(0, 1, 2, 3),
      latitude: fc.integer({ min: -900_000, max: 900_000 }).map((value) => value / 10_000),
      other: fc.tuple(text),
    },
    { requiredKeys: ['id', 'costMinor', 'categories', 'beneficiaries', 'other'] },
  );
}

describe('writing and reading back', () => {
  it('keeps everything a draft says, whatever is in its cells', () => {
    fc.assert(
      fc.property(draft, (made) => {
        const file = parsePb(writePb(made, { projectOrder: 'file' }));
        expect(file.projects.map(({ votes: _votes, score: _score, ...rest }) => rest)).toEqual(made.projects);
        expect(file.votes).toEqual(made.votes);
        expect(file.budgetMinor).toBe(made.budgetMinor);
        expect(file.meta.get('x')).toBe(made.meta.get('x'));
        expect(said(parsePb(writePb(file, { projectOrder: 'file' })))).toEqual(said(file));
        expect(byId(parsePb(writePb(file)))).toEqual(byId(file));
      }),
      { numRuns: 300 },
    );
  });

  it('writes the same text whole and piece by piece', async () => {
    await fc.assert(
      fc.asyncProperty(draft, fc.integer({ min: 1, max: 4 }), async (made, size) => {
        async function* pages() {
          for (let at = 0; at < made.votes.length; at += size) yield made.votes.slice(at, at + size);
        }
        let text = '';
        for await (const piece of streamPb(made, pages)) text += piece;
        expect(text).toBe(writePb(made));
      }),
    );
  });

  it('writes the same text again once it is canonical', () => {
    fc.assert(
      fc.property(draft, (made) => {
        const once = writePb(made);
        expect(writePb(parsePb(once))).toBe(once);
      }),
    );
  });
});

const folder = join(
  process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'pabulib',
);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];

(names.length > 0 ? describe : describe.skip)('real elections', () => {
  it.each(names.length > 0 ? names : ['absent'])('%s reads back equal', (name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const file = parsePb(source);

    // Jest's own comparison takes seconds on 100,000 ballots.
    const inFileOrder = parsePb(writePb(file, { projectOrder: 'file' }));
    expect(isDeepStrictEqual(said(inFileOrder), said(file))).toBe(true);
    expect(isDeepStrictEqual(byId(parsePb(writePb(file))), byId(file))).toBe(true);
  });

  it('leaves out what describes the voter when asked', () => {
    const name = names.find((one) => one.includes('Gdynia')) ?? '';
    const written = writePb(parsePb(readFileSync(join(folder, name), 'utf8')), {
      dropVoteColumns: PERSONAL_COLUMNS,
      voterIds: 'numbered',
    });

    expect(parsePb(written).otherVoteColumns).toEqual([]);
    expect(parsePb(written).votes[0]?.voterId).toBe('1');
  });
});
