import { describe, expect, it } from '@jest/globals';

import { checkQuotas } from '../checks/check-quotas.js';
import { ReplacementImpossible } from '../errors.js';
import { replacementPool } from '../replacing/replacement-pool.js';
import { FIVE_AT_HOME, pool, SEVEN } from './pools.js';

describe('replacementPool', () => {
  it('asks for what those who stay leave open, among those who are left', () => {
    const open = replacementPool(SEVEN, { staying: ['adam', 'brian', 'cameron', 'frank'], gone: ['elinor'] });
    expect(open).toEqual(
      pool(
        1,
        { gender: { female: [1, 1], male: [0, 0] }, leaning: { liberal: [1, 1], conservative: [0, 0] } },
        { dave: 'male liberal', grace: 'female conservative' },
      ),
    );
    // Elinor was the only liberal woman: counting shows nothing, so the search must say it.
    expect(checkQuotas(open).map(({ code }) => code)).toEqual([]);
  });

  it('asks nobody who lives with one who stays', () => {
    const open = replacementPool(FIVE_AT_HOME, { staying: ['louie'], gone: ['marge'] });
    expect(open.people.map(({ id }) => id)).toEqual(['lisa', 'scrooge']);
  });

  it('never asks for less than nobody, and moves the flex bounds along', () => {
    const flexible = {
      ...SEVEN,
      categories: SEVEN.categories.map(({ name, quotas }) => ({
        name,
        quotas: quotas.map((quota) => ({ ...quota, minFlex: 0, maxFlex: 5 })),
      })),
    };
    const [gender] = replacementPool(flexible, { staying: ['elinor', 'grace'], gone: [] }).categories;
    expect(gender!.quotas[0]).toEqual({ value: 'female', min: 0, max: 0, minFlex: 0, maxFlex: 3 });
  });

  it.each([
    [{ staying: ['nobody'], gone: [] }, 'nobody is not in the pool'],
    [{ staying: [], gone: ['nobody'] }, 'nobody is not in the pool'],
    [{ staying: ['adam', 'brian', 'cameron', 'dave', 'grace'], gone: [] }, 'no seat is free'],
  ])('refuses %p', (of, words) => {
    expect(() => replacementPool(SEVEN, of)).toThrow(new ReplacementImpossible(words));
  });
});
