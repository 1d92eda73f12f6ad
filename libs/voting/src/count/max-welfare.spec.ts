import { describe, expect, it } from '@jest/globals';

import type { Election } from '../model/election.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';
import { count } from './count.js';

function election(budgetMinor: number, costs: readonly number[], votes: (p: number) => number): Election {
  const projects = costs.map((costMinor, p) => ({ id: `p${String(p).padStart(2, '0')}`, costMinor }));
  const ballots = projects.flatMap(({ id }, p) =>
    Array.from({ length: votes(p) }, () => ({ choices: [id] })),
  );
  return { projects, ballots, budgetMinor, voteType: 'approval', minorPerUnit: 1 };
}

describe('max-welfare', () => {
  it('takes, of several best sets, the one first by tie-break order', () => {
    const given = election(20, [10, 10, 10, 10], () => 1);
    const winners = (tie: string) => count(given, checkRuleSpec({ rule: 'max-welfare', tie })).winners;
    expect(winners('id')).toEqual(['p00', 'p01']);
    const reversed = { ...given, projects: [...given.projects].reverse() };
    expect(count(reversed, checkRuleSpec({ rule: 'max-welfare', tie: 'paper-order' })).winners).toEqual([
      'p03',
      'p02',
    ]);
  });

  it('refuses rather than searching for ever', () => {
    // Twenty-nine fit and thirty do not, so every branch promises a part of one more than any set reaches.
    const costs = Array.from({ length: 60 }, (_, p) => 2 * (1_000_003 + ((p * 7919) % 10_007)));
    const given = election(60_000_001, costs, () => 1);
    expect(() => count(given, checkRuleSpec({ rule: 'max-welfare' }))).toThrow(
      expect.objectContaining({ code: 'count.welfare-too-hard' }),
    );
  });
});
