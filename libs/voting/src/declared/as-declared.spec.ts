import { describe, expect, it } from '@jest/globals';

import { asDeclared } from './as-declared.js';

const declared = (
  meta: Record<string, string>,
  columns: readonly string[] = ['votes'],
  conflicts: string[][] = [],
) => asDeclared(new Map(Object.entries(meta)), columns, 100, conflicts);

describe('asDeclared', () => {
  it.each([
    ['greedy', { rule: 'greedy', utility: 'cost', onMisfit: 'skip', tie: 'paper-order' }, []],
    ['greedy-no-skip', { onMisfit: 'stop' }, []],
    ['greedy-custom', { onMisfit: 'skip' }, ['custom-rule']],
    ['greedy-exclusive', { onMisfit: 'skip' }, ['conflicts']],
    ['greedy-threshold', { minVotes: 1 }, ['threshold']],
    ['equalshares', { rule: 'equal-shares', completion: 'none', comparison: 'none' }, []],
    ['equalshares/add1', { completion: 'add1', start: 'floor', exhaustiveStop: false }, []],
    ['equalshares/add1-comparison', { completion: 'add1', comparison: 'satisfaction' }, []],
    ['equalshares-comparison', { completion: 'none', comparison: 'satisfaction' }, []],
  ])('reads %s', (rule, spec, undeclared) => {
    expect(declared({ rule })).toMatchObject({ spec, undeclared });
  });

  it('counts points where the file has them', () => {
    const meta = { rule: 'greedy-threshold', min_project_score_threshold: '200' };
    expect(declared(meta, ['votes', 'score'])!.spec).toMatchObject({
      utility: 'costpoints',
      minVotes: 200,
      thresholdOn: 'score',
    });
  });

  it('lines limits up with their categories, to the minor unit', () => {
    const meta = { rule: 'greedy', categories: 'green, care', budget_per_category: '52000,37000.50' };
    expect(declared(meta)!.spec).toMatchObject({ categoryCaps: { green: 5_200_000, care: 3_700_050 } });
    expect(declared({ ...meta, categories: 'green' })!.undeclared).toEqual(['caps']);
    expect(declared({ ...meta, budget_per_category: '1,x' })!.undeclared).toEqual(['caps']);
  });

  it.each([
    ['Fund additional projects that fit within leftover budget ordered by score', 'fill'],
    ['Leftover is used to part-fund one more project', 'part'],
    ['', 'none'],
  ])('reads what happens to the leftover: %s', (text, leftover) => {
    expect(declared({ rule: 'greedy', leftover_budget: text })!.spec).toMatchObject({ leftover });
  });

  it('knows the reserve rule by the words it is told in, and no other custom rule', () => {
    const told = (comment: string) => declared({ rule: 'greedy-custom', comment });
    const poznan =
      '#1: We fund projects until the next project on the list does not fit within the budget. Finally, if the remaining budget is enough to fund at least 75% of that project, we fund it as well with the external reserve funds';
    expect(told(poznan)).toMatchObject({
      spec: { onMisfit: 'reserve', reservePercent: 75 },
      undeclared: [],
    });
    for (const comment of ['#1: Half of the budget goes to small projects.', 'at least 80% turned out', '']) {
      expect(told(comment)).toMatchObject({ spec: { onMisfit: 'skip' }, undeclared: ['custom-rule'] });
    }
    const elsewhere = declared({ rule: 'greedy', leftover_budget: 'Moved to the next district' });
    expect(elsewhere).toMatchObject({ spec: { leftover: 'none' }, undeclared: ['leftover'] });
  });

  it('takes conflicts told elsewhere', () => {
    expect(declared({ rule: 'greedy-exclusive' }, ['votes'], [['1', '2']])).toMatchObject({
      spec: { conflicts: [['1', '2']] },
      undeclared: [],
    });
  });

  it('says so when the rule is unknown', () => {
    expect([declared({ rule: 'unknown' }), declared({})]).toEqual([null, null]);
  });
});
