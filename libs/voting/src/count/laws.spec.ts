import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { count } from './count.js';
import type { Ballot, Election, VoteType } from '../model/election.js';
import type { Outcome } from '../model/outcome.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';
import type { RuleSpec } from '../model/rule-spec.js';

const ids = ['1', '10', '2', 'a', 'b', 'c', 'ä'];
const withdrawn = 999_999_999;

const costs = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 10, 10, 20, withdrawn)), {
  minLength: 1,
  maxLength: ids.length,
});

function ballotOf(voteType: VoteType, projects: number): fc.Arbitrary<Ballot> {
  const choices = fc
    .subarray(ids.slice(0, projects))
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
  if (voteType !== 'cumulative') return choices.map((list) => ({ choices: list }));
  return choices.chain((list) =>
    fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: list.length, maxLength: list.length })
      .map((points) => ({ choices: list, points })),
  );
}

const elections: fc.Arbitrary<Election> = fc
  .tuple(
    costs,
    fc.constantFrom<VoteType>('approval', 'ordinal', 'cumulative'),
    fc.integer({ min: 0, max: 70 }),
  )
  .chain(([list, voteType, budgetMinor]) =>
    fc.array(ballotOf(voteType, list.length), { maxLength: 12 }).map((ballots) => ({
      projects: list.map((costMinor, i) => ({ id: ids[i]!, costMinor })),
      ballots,
      budgetMinor,
      voteType,
      minorPerUnit: 1,
    })),
  );

const tie = fc.constantFrom('id', 'min-cost', 'max-cost', 'max-votes', 'lot');
const utility = fc.constantFrom('cost', 'card', 'points', 'costpoints');
const specs: fc.Arbitrary<RuleSpec> = fc
  .oneof(
    fc.record({ rule: fc.constant('greedy'), utility, onMisfit: fc.constantFrom('skip', 'stop'), tie }),
    fc.record({
      rule: fc.constant('equal-shares'),
      utility,
      completion: fc.constantFrom('none', 'add1', 'add1u', 'utilitarian', 'budget-increase'),
      comparison: fc.constantFrom('none', 'satisfaction', 'exclusion-ratio'),
      start: fc.constantFrom('exact', 'floor'),
      exhaustiveStop: fc.boolean(),
      eligibilityFilter: fc.boolean(),
      tie,
    }),
    fc.record({
      rule: fc.constant('phragmen'),
      onMisfit: fc.constantFrom('stop', 'skip'),
      completion: fc.constantFrom('none', 'utilitarian'),
      tie,
    }),
    fc.record({ rule: fc.constant('max-welfare'), utility, tie }),
  )
  .chain((spec) =>
    fc
      .record({
        conflicts: fc.constantFrom([], [['1', '10']]),
        minVotes: fc.constantFrom(0, 0, 2),
      })
      .map((limits) => checkRuleSpec({ ...spec, ...limits, tieSeed: 'seed' })),
  );

const costOf = (election: Election, outcome: Outcome) =>
  outcome.winners.reduce(
    (sum, id) => sum + election.projects.find((project) => project.id === id)!.costMinor,
    0,
  );

/** At least two projects, so that '1' and '10' can exclude each other. */
const withBoth = elections.filter(({ projects }) => projects.length >= 2);

describe('laws every rule keeps', () => {
  it('never spends more than the budget, adds up, and gives every project its reason', () => {
    fc.assert(
      fc.property(withBoth, specs, (election, spec) => {
        const outcome = count(election, spec);
        expect(['1', '10'].every((id) => outcome.winners.includes(id))).toBe(
          spec.conflicts.length === 0 && outcome.winners.includes('1') && outcome.winners.includes('10'),
        );
        expect(outcome.projects.some(({ funded, votes }) => funded && votes < spec.minVotes)).toBe(false);
        expect(outcome.totalCostMinor).toBe(costOf(election, outcome));
        expect(outcome.totalCostMinor).toBeLessThanOrEqual(election.budgetMinor);
        expect(new Set(outcome.winners).size).toBe(outcome.winners.length);
        for (const { id, funded, reason } of outcome.projects) {
          expect([funded, reason.kind === 'funded']).toEqual([outcome.winners.includes(id), funded]);
        }
        expect(outcome.rounds.map(({ projectId }) => projectId)).toEqual(outcome.winners);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      }),
      { numRuns: 600 },
    );
  });

  it('does not depend on the order of projects or ballots', () => {
    fc.assert(
      fc.property(
        withBoth,
        specs,
        fc.infiniteStream(fc.double({ noNaN: true })),
        (election, spec, random) => {
          const shuffled = <T>(list: readonly T[]) =>
            list
              .map((value) => [random.next().value as number, value] as const)
              .sort(([a], [b]) => a - b)
              .map(([, value]) => value);
          const other = {
            ...election,
            projects: shuffled(election.projects),
            ballots: shuffled(election.ballots),
          };
          const [first, second] = [count(election, spec), count(other, spec)];
          expect(second.winners).toEqual(first.winners);
          expect(second.rounds).toEqual(first.rounds);
          expect(second.ties).toEqual(first.ties);
          const byId = ({ projects }: Outcome) => new Map(projects.map((project) => [project.id, project]));
          expect(byId(second)).toEqual(byId(first));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps a greedy winner when it gains a supporter', () => {
    fc.assert(
      fc.property(elections, tie, fc.nat(), (election, tieRule, pick) => {
        const spec = checkRuleSpec({ rule: 'greedy', tie: tieRule, tieSeed: 'seed' });
        const approvals = {
          ...election,
          voteType: 'approval' as const,
          ballots: election.ballots.map(({ choices }) => ({ choices })),
        };
        const { winners } = count(approvals, spec);
        if (winners.length === 0) return;
        const winner = winners[pick % winners.length]!;
        const more = { ...approvals, ballots: [...approvals.ballots, { choices: [winner] }] };
        expect(count(more, spec).winners).toContain(winner);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no room after filling up by votes', () => {
    fc.assert(
      fc.property(elections, fc.constantFrom('add1u', 'utilitarian'), (election, completion) => {
        const outcome = count(election, checkRuleSpec({ rule: 'equal-shares', completion }));
        const left = election.budgetMinor - outcome.totalCostMinor;
        for (const { costMinor, funded, votes } of outcome.projects) {
          if (!funded && votes > 0 && costMinor !== withdrawn) expect(costMinor).toBeGreaterThan(left);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reaches at least the greedy welfare with the welfare maximum, and no affordable set beats it', () => {
    fc.assert(
      fc.property(elections, fc.constantFrom('cost', 'card'), (election, by) => {
        const outcome = count(election, checkRuleSpec({ rule: 'max-welfare', utility: by, tie: 'id' }));
        const open = outcome.projects.filter(({ costMinor }) => costMinor !== withdrawn);
        let best = 0;
        for (let mask = 0; mask < 2 ** open.length; mask++) {
          const set = open.filter((_, i) => (mask >> i) & 1);
          if (set.reduce((sum, { costMinor }) => sum + costMinor, 0) > election.budgetMinor) continue;
          best = Math.max(
            best,
            set.reduce((sum, { votes, costMinor }) => sum + votes * (by === 'cost' ? costMinor : 1), 0),
          );
        }
        expect(outcome.objective).toBe(String(best));
      }),
      { numRuns: 200 },
    );
  });
});
