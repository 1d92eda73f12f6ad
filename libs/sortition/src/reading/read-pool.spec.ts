import { describe, expect, it } from '@jest/globals';

import { faultSentence } from '../explain/fault-sentence.js';
import { readPool } from './read-pool.js';

const QUOTAS = [
  ['category', 'feature', 'min', 'max'],
  ['sex', 'female', '1', '2'],
  ['sex', 'male', '0', '1'],
];
const read = (people: string[][], more: object = {}, quotas = QUOTAS) =>
  readPool({ people, quotas, size: 2, ...more });
const words = (people: string[][], more?: object, quotas?: string[][]) =>
  read(people, more, quotas).faults.map(faultSentence);

describe('readPool', () => {
  it('reads people and quotas, whatever the capitals, blanks, notes and byte-order mark', () => {
    const { pool, faults } = read(
      [
        ['\uFEFFID', ' Sex ', 'mail'],
        ['1', 'Female ', 'a@example.org'],
        ['2', 'MALE', ''],
        ['', '', ''],
        ['', 'female', 'no id: skipped'],
      ],
      {},
      [...QUOTAS, ['', 'a note below the table', '', '']],
    );
    expect(faults).toEqual([]);
    expect(pool.people).toEqual([
      { id: '1', values: ['female'] },
      { id: '2', values: ['male'] },
    ]);
    expect(pool.categories).toEqual([
      {
        name: 'sex',
        quotas: [
          { value: 'female', min: 1, max: 2 },
          { value: 'male', min: 0, max: 1 },
        ],
      },
    ]);
  });

  it('numbers people who have no id column, and reads flex bounds and the older name of the answer', () => {
    const { pool } = read([['sex'], ['female'], ['male']], {}, [
      ['category', 'name', 'min', 'max', 'min_flex', 'max_flex'],
      ['sex', 'female', '1', '1', '0', '2'],
      ['sex', 'male', '1', '1', '', ''],
    ]);
    expect(pool.people.map(({ id }) => id)).toEqual(['1', '2']);
    expect(pool.categories[0]!.quotas).toEqual([
      { value: 'female', min: 1, max: 1, minFlex: 0, maxFlex: 2 },
      { value: 'male', min: 1, max: 1 },
    ]);
  });

  it('takes an empty address for no household at all', () => {
    const { pool } = read(
      [
        ['id', 'sex', 'street', 'postcode'],
        ['1', 'female', '', ''],
        ['2', 'female', '', ''],
        ['3', 'male', '1 High Street', 'ST1'],
        ['4', 'male', '1 HIGH street', 'ST1 '],
      ],
      { householdColumns: ['street', 'postcode'] },
    );
    expect(pool.people.map(({ household }) => household)).toEqual([
      undefined,
      undefined,
      '1 high street\nst1',
      '1 high street\nst1',
    ]);
  });

  it.each<{ what: string; says: string[]; people: string[][]; more?: object; quotas?: string[][] }>([
    {
      what: 'every fault at once',
      says: [
        'row 3 (1): "femal" is no sex that the quotas know',
        'row 3: 1 stands already in row 2',
        'row 4 (3): no answer to sex',
      ],
      people: [
        ['id', 'sex'],
        ['1', 'female'],
        ['1', 'femal'],
        ['3', ''],
      ],
    },
    {
      what: 'a missing column',
      says: ['there is no column sex'],
      people: [
        ['id', '2024'],
        ['1', 'female'],
      ],
    },
    {
      what: 'a column twice',
      says: ['the column sex stands twice'],
      people: [
        ['id', 'sex', 'Sex'],
        ['1', 'female', 'male'],
      ],
    },
    {
      what: 'a missing id column',
      says: ['there is no column ref'],
      people: [
        ['id', 'sex'],
        ['1', 'male'],
      ],
      more: { idColumn: 'ref' },
    },
    {
      what: 'nobody',
      says: ['there is nobody in the pool'],
      people: [
        ['id', 'sex'],
        ['', ''],
      ],
    },
    {
      what: 'no quotas',
      says: ['the table of quotas is empty', 'there is nobody in the pool'],
      people: [['id']],
      quotas: [QUOTAS[0]!],
    },
    {
      what: 'quotas that are no numbers, or twice',
      says: [
        'quotas, row 2: max is "=1+1", not a whole number or a name',
        'quotas, row 2: min is "few", not a whole number or a name',
        'quotas, row 4: MALE of sex stands twice',
      ],
      people: [
        ['id', 'sex'],
        ['1', 'male'],
      ],
      quotas: [
        QUOTAS[0]!,
        ['sex', 'female', 'few', '=1+1'],
        ['sex', 'male', '0', '1'],
        ['sex', 'MALE', '0', '1'],
      ],
    },
    {
      what: 'quotas without columns',
      says: ['there is no column max', 'there is no column min'],
      people: [['id'], ['1']],
      quotas: [['category', 'feature']],
    },
  ])('names $what', ({ says, people, more, quotas }) => {
    expect(words(people, more, quotas).toSorted()).toEqual(says);
  });

  it('reads 5,000 rows', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [String(i), i % 2 ? 'male' : 'female']);
    expect(read([['id', 'sex'], ...rows]).pool.people).toHaveLength(5000);
  });
});
