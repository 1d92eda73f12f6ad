import { describe, expect, it } from '@jest/globals';

import { declaredRule, RuleNotCountable } from './declared-rule.js';
import type { PbHead } from './pb-file.js';

const head = (voteType: PbHead['voteType'], entries: Record<string, string>): PbHead => ({
  ...{ voteType, budgetMinor: 100, minorPerUnit: 100 },
  meta: new Map(Object.entries(entries)),
});

describe('declaredRule', () => {
  it.each([
    ['greedy', { utility: 'cost', onMisfit: 'skip', tie: 'paper-order' }],
    ['greedy-no-skip', { onMisfit: 'stop' }],
    ['equalshares/add1', { rule: 'equal-shares', completion: 'add1', start: 'floor', exhaustiveStop: false }],
    ['equalshares/add1-comparison', { completion: 'add1', comparison: 'satisfaction' }],
    ['equalshares', { completion: 'none', comparison: 'none' }],
  ])('%s on approval ballots', (rule, expected) => {
    expect(declaredRule(head('approval', { rule }))).toMatchObject(expected);
  });

  it('counts points, and a threshold in points, where ballots have them', () => {
    const declared = declaredRule(
      head('ordinal', { rule: 'greedy-threshold', min_project_score_threshold: '200' }),
    );
    expect(declared).toMatchObject({ utility: 'costpoints', minVotes: 200, thresholdOn: 'score' });
  });

  it('reads limits per category and what becomes of the rest', () => {
    const declared = declaredRule(
      head('approval', {
        ...{ rule: 'greedy', categories: 'play,art', budget_per_category: '10,0.5' },
        leftover_budget: 'Fund additional projects that fit within leftover budget ordered by score',
      }),
    );
    expect(declared).toMatchObject({ categoryCaps: { play: 1000, art: 50 }, leftover: 'fill' });
  });

  it('reads the 80 % rule out of the comment', () => {
    const comment =
      'if the remaining budget is enough to fund at least 80% of that project, we fund it as well';
    expect(declaredRule(head('choose-1', { rule: 'greedy-custom', comment }))).toMatchObject({
      ...{ onMisfit: 'reserve', reservePercent: 80 },
    });
  });

  it.each(['unknown', '', 'greedy-exclusive', 'greedy-custom', 'equalshares/add2'])(
    'refuses "%s"',
    (rule) => {
      expect(() => declaredRule(head('approval', { rule }))).toThrow(RuleNotCountable);
    },
  );
});
