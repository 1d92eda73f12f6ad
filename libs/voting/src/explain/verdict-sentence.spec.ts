import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { count } from '../count/count.js';
import type { Election } from '../model/election.js';
import type { Outcome, Reason } from '../model/outcome.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';
import { verdictSentence } from './verdict-sentence.js';

const ids = ['p1', 'p2', 'p3', 'p4', 'p5'];
const elections: fc.Arbitrary<Election> = fc
  .record({
    projects: fc
      .array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 5 })
      .map((costs) => costs.map((costMinor, i) => ({ id: ids[i]!, costMinor }))),
    ballots: fc.array(
      fc.subarray(ids.slice(0, 2)).map((choices) => ({ choices })),
      { minLength: 1, maxLength: 9 },
    ),
    budgetMinor: fc.integer({ min: 0, max: 1500 }),
    voteType: fc.constant('approval' as const),
    minorPerUnit: fc.constant(1),
  })
  .chain((election) =>
    fc
      .array(
        fc.subarray(election.projects.map(({ id }) => id)).map((choices) => ({ choices })),
        { minLength: 1, maxLength: 12 },
      )
      .map((ballots) => ({ ...election, ballots })),
  );

type Of<K extends Reason['kind']> = Extract<Reason, { kind: K }>;
const eachReason = <K extends Reason['kind']>(
  outcome: Outcome,
  kind: K,
  check: (reason: Of<K>, id: string, cost: number) => void,
) => {
  for (const { id, reason, costMinor } of outcome.projects) {
    if (reason.kind === kind) check(reason as Of<K>, id, costMinor);
  }
};

/** Money of every voter after each round, replayed from the published keys alone. */
function replay(election: Election, outcome: Outcome) {
  const e = Number(outcome.endowment!.num) / Number(outcome.endowment!.den);
  const money = election.ballots.map(() => e);
  const paid: number[][] = [];
  const after = outcome.rounds
    .filter(({ phase }) => phase === 'rule')
    .map(({ projectId, costMinor, keyExact }) => {
      const price = (costMinor * Number(keyExact.den)) / Number(keyExact.num);
      paid.push(
        election.ballots.map(({ choices }, i) =>
          choices.includes(projectId) ? Math.min(money[i]!, price) : 0,
        ),
      );
      paid.at(-1)!.forEach((amount, i) => (money[i]! -= amount));
      return [...money];
    });
  return { start: election.ballots.map(() => e), after, paid };
}

describe('every figure in a verdict can be worked out again', () => {
  it('greedy: that many more votes would have been enough, one fewer would not', () => {
    fc.assert(
      fc.property(
        elections,
        fc.constantFrom('skip', 'stop'),
        fc.constantFrom('id', 'min-cost', 'max-votes', 'lot'),
        (election, onMisfit, tie) => {
          const spec = checkRuleSpec({ rule: 'greedy', onMisfit, tie, tieSeed: 's' });
          const wins = (id: string, more: number) => {
            const extra = Array.from({ length: more }, () => ({ choices: [id] }));
            return count({ ...election, ballots: [...election.ballots, ...extra] }, spec).winners.includes(
              id,
            );
          };
          const outcome = count(election, spec);
          for (const { id, reason, costMinor } of outcome.projects) {
            if (reason.kind !== 'did-not-fit' && reason.kind !== 'count-stopped') continue;
            if (reason.kind === 'did-not-fit')
              expect(reason.shortMinor).toBe(costMinor - reason.remainingMinor);
            if (reason.lacked === undefined) expect(costMinor).toBeGreaterThan(election.budgetMinor);
            else
              expect([wins(id, reason.lacked.more - 1), wins(id, reason.lacked.more)]).toEqual([false, true]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('Equal Shares: what supporters had, what they were short of and where it had gone', () => {
    fc.assert(
      fc.property(elections, fc.constantFrom('none', 'add1', 'add1u'), (election, completion) => {
        const outcome = count(election, checkRuleSpec({ rule: 'equal-shares', completion, tie: 'id' }));
        const { start, after, paid } = replay(election, outcome);
        const supports = (id: string) => election.ballots.map(({ choices }) => choices.includes(id));
        const sum = (money: readonly number[], who: readonly boolean[]) =>
          money.reduce((total, m, i) => (who[i] ? total + m : total), 0);
        eachReason(outcome, 'supporters-too-few', (reason, id, cost) => {
          const had = sum(start, supports(id));
          expect(reason.supporters).toBe(supports(id).filter(Boolean).length);
          expect(had).toBeLessThan(cost);
          expect(Math.abs(reason.moneyMinor - had)).toBeLessThanOrEqual(1);
          expect(reason.shortMinor).toBe(cost - reason.moneyMinor);
        });
        eachReason(outcome, 'money-spent-elsewhere', (reason, id, cost) => {
          const who = supports(id);
          const before = after[reason.afterRound - 2] ?? start;
          expect(sum(before, who)).toBeGreaterThan(cost - 1e-6);
          expect(sum(after[reason.afterRound - 1]!, who)).toBeLessThan(cost + 1e-6);
          expect(Math.abs(reason.moneyMinor - sum(after[reason.afterRound - 1]!, who))).toBeLessThanOrEqual(
            1,
          );
          expect(reason.shortMinor).toBe(cost - reason.moneyMinor);
          for (const { projectId, amountMinor, sharedVoters } of reason.spentOn) {
            const round = outcome.rounds.findIndex((record) => record.projectId === projectId);
            expect(Math.abs(amountMinor - sum(paid[round]!, who))).toBeLessThanOrEqual(0.51);
            expect(sharedVoters).toBe(supports(projectId).filter((is, i) => is && who[i]).length);
          }
        });
        outcome.rounds
          .filter(({ phase }) => phase === 'rule')
          .forEach(({ payments, supporters, costMinor }, round) => {
            const payers = paid[round]!.filter((amount) => amount > 1e-6);
            expect(payments!.paidInFull + payments!.paidAllTheyHad).toBe(payers.length);
            expect(payers.length + payments!.hadNothing).toBe(supporters);
            expect(Math.abs(Math.max(...payers) - payments!.largestPaymentMinor)).toBeLessThanOrEqual(0.51);
            expect(payers.reduce((total, amount) => total + amount, 0)).toBeCloseTo(costMinor, 6);
          });
      }),
      { numRuns: 400 },
    );
  });

  it('puts the figures into whole sentences', () => {
    const ballots = [
      ...Array.from({ length: 5 }, () => ['pool']),
      ...Array.from({ length: 3 }, () => ['pool', 'park']),
      ['bench'],
      ['bench'],
    ].map((choices) => ({ choices }));
    const projects = [
      { id: 'pool', costMinor: 60_000 },
      { id: 'park', costMinor: 50_000 },
      { id: 'bench', costMinor: 30_000 },
      { id: 'den', costMinor: 1 },
    ];
    const election: Election = {
      projects,
      ballots,
      budgetMinor: 100_000,
      voteType: 'approval',
      minorPerUnit: 100,
    };
    const format = {
      money: (minor: number) => `£${(minor / 100).toLocaleString('en-GB')}`,
      project: (id: string) => `the ${id}`,
    };
    const sentences = (spec: object) => {
      const outcome = count(election, checkRuleSpec(spec));
      return outcome.projects.map(({ id }) => verdictSentence(outcome, id, format));
    };
    expect(sentences({ rule: 'greedy' })).toEqual([
      'Funded in place 1 of 2 with 8 votes.',
      'Not funded: it was £100 short when its turn came, with £400 left to spend. It needed 5 more votes.',
      'Funded in place 2 of 2 with 2 votes.',
      'Not funded: nobody voted for it.',
    ]);
    expect(sentences({ rule: 'greedy', minVotes: 0 })[3]).toBe('Funded in place 3 of 3 with 0 votes.');
    expect(sentences({ rule: 'equal-shares', completion: 'none' })).toEqual([
      'Funded in place 1 of 1: its 8 supporters paid for it together, 8 of them the full price of up to £75 each.',
      'Not funded: its 3 supporters had £300 between them, £200 less than it costs.',
      'Not funded: its 2 supporters had £200 between them, £100 less than it costs. In the end £400 was left, enough to pay for it, but this round does not fill up the rest by votes.',
      'Not funded: nobody voted for it.',
    ]);
    expect(sentences({ rule: 'greedy', minVotes: 3, conflicts: [['pool', 'park']] }).slice(1, 3)).toEqual([
      'Not funded: the pool was funded, and only one of the two is possible.',
      'Not funded: it had 2 votes and needed at least 3.',
    ]);
  });

  it('says nothing about a project that is not there', () => {
    const outcome = count(
      { projects: [], ballots: [], budgetMinor: 0, voteType: 'approval', minorPerUnit: 1 },
      checkRuleSpec({ rule: 'greedy' }),
    );
    expect(() => verdictSentence(outcome, 'p', { money: String })).toThrow('no project p');
  });
});
