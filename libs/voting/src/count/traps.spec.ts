import { describe, expect, it } from '@jest/globals';

import { count } from './count.js';
import type { Ballot, Election } from '../model/election.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';

const approvals = (...ballots: readonly (readonly string[])[]): Ballot[] =>
  ballots.map((choices) => ({ choices }));

function election(budgetMinor: number, costs: Record<string, number>, ballots: Ballot[]): Election {
  const projects = Object.entries(costs).map(([id, costMinor]) => ({ id, costMinor }));
  return { projects, ballots, budgetMinor, voteType: 'approval', minorPerUnit: 1 };
}

const winners = (given: Election, spec: object) => count(given, checkRuleSpec(spec)).winners;

/** Faults met in other counting programs, each with the smallest election that shows it. */
describe('traps', () => {
  it('funds a project its supporters can pay for to the penny, whatever thirds and sevenths do in doubles', () => {
    for (const n of [3, 7, 11, 49, 93, 103, 997]) {
      const ballots = approvals(...Array.from({ length: n }, () => ['only']));
      const given = election(1000, { only: 1000 }, ballots);
      expect(winners(given, { rule: 'equal-shares', completion: 'none' })).toEqual(['only']);
    }
  });

  it('does not fund a project that is one unit of money out of reach', () => {
    const ballots = approvals(...Array.from({ length: 999_983 % 997 }, () => ['only']), []);
    const n = ballots.length;
    const given = election(n, { only: n - 1 }, ballots);
    expect(winners(given, { rule: 'equal-shares', completion: 'none' })).toEqual(['only']);
    expect(
      winners(
        { ...given, projects: [{ id: 'only', costMinor: n }] },
        { rule: 'equal-shares', completion: 'none' },
      ),
    ).toEqual([]);
  });

  it('counts voters without a winner on one side in the comparison step', () => {
    const ballots = approvals(['p2'], ['p0'], ['p2'], ['p0', 'p1'], ['p1']);
    const given = election(20, { p0: 2, p1: 18, p2: 9 }, ballots);
    const spec = { rule: 'equal-shares', completion: 'add1u', comparison: 'satisfaction', tie: 'id' };
    const outcome = count(given, checkRuleSpec(spec));
    expect([...outcome.winners].sort()).toEqual(['p0', 'p2']);
    expect(outcome.comparison).toEqual({ preferRule: 2, preferGreedy: 2, kept: 'equal-shares' });
  });

  it.each([true, false])(
    'ends add1 although a project nobody wants still fits (stop early: %s)',
    (exhaustiveStop) => {
      const given = election(10, { wanted: 4, unwanted: 5 }, approvals(['wanted'], ['wanted'], []));
      expect(winners(given, { rule: 'equal-shares', completion: 'add1', exhaustiveStop })).toEqual([
        'wanted',
      ]);
    },
  );

  it('fills up by the tie-break chosen, not by the order of keys', () => {
    const given = election(
      10,
      { 10: 5, 9: 5, a: 5 },
      approvals(['a'], ['a'], ['9'], ['10'], [], [], [], [], [], []),
    );
    const spec = { rule: 'equal-shares', completion: 'utilitarian' };
    expect(winners(given, { ...spec, tie: 'id' })).toEqual(['a', '10']);
    expect(
      winners({ ...given, projects: [...given.projects].reverse() }, { ...spec, tie: 'paper-order' }),
    ).toEqual(['a', '10']);
    expect(winners(given, { ...spec, tie: 'paper-order' })).toEqual(['a', '9']);
  });

  it('counts a project listed twice on one ballot once', () => {
    const given = election(6, { twice: 4, once: 4 }, approvals(['twice', 'twice'], ['once'], ['once']));
    const outcome = count(given, checkRuleSpec({ rule: 'greedy' }));
    expect([outcome.winners, outcome.projects[0]!.votes]).toEqual([['once'], 1]);
  });

  it('funds everything anybody wants when the budget covers it', () => {
    const given = election(100, { a: 40, b: 40 }, approvals(['a'], ['b'], [], []));
    expect(winners(given, { rule: 'equal-shares', completion: 'none' })).toEqual([]);
    expect([...winners(given, { rule: 'equal-shares', completion: 'add1' })].sort()).toEqual(['a', 'b']);
  });

  it('never lets Phragmen buy a project without votes, and gives winners in the order bought', () => {
    const given = election(10, { z: 2, nobody: 2, a: 3 }, approvals(['z'], ['z'], ['a']));
    expect(winners(given, { rule: 'phragmen' })).toEqual(['z', 'a']);
  });

  it('passes over a withdrawn project without stopping the count', () => {
    const ballots = approvals(['gone'], ['gone'], ['stays']);
    const given = election(10, { gone: 999_999_999, stays: 5 }, ballots);
    for (const spec of [
      { rule: 'greedy', onMisfit: 'stop' },
      { rule: 'equal-shares' },
      { rule: 'phragmen' },
      { rule: 'max-welfare' },
    ]) {
      const outcome = count(given, checkRuleSpec(spec));
      expect([outcome.winners, outcome.projects[0]!.reason]).toEqual([['stays'], { kind: 'withdrawn' }]);
    }
  });

  it('compares sums beyond 2^53 without losing the last unit', () => {
    const big = 9_007_199_254_740_881;
    const given = election(big, { big }, approvals(['big'], ['big'], ['big']));
    expect(winners(given, { rule: 'equal-shares', completion: 'none' })).toEqual(['big']);
  });

  it.each(['greedy', 'equal-shares', 'phragmen', 'max-welfare'])(
    'counts an election without ballots or projects by %s',
    (rule) => {
      expect(winners(election(10, {}, []), { rule })).toEqual([]);
      expect(winners(election(10, {}, approvals([])), { rule })).toEqual([]);
      expect(count(election(10, { p: 1 }, []), checkRuleSpec({ rule })).projects).toHaveLength(1);
    },
  );
});
