import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { count } from './count.js';
import type { Election } from '../model/election.js';
import { gcd } from '../exact/fraction.js';
import { checkRuleSpec } from '../spec/check-rule-spec.js';

/** A plain fraction, for an independent count that is slow and obvious. */
type Q = readonly [bigint, bigint];
const q = (num: bigint, den = 1n): Q => {
  const common = gcd(num, den) * (den < 0n ? -1n : 1n);
  return [num / common, den / common];
};
const add = ([a, b]: Q, [c, d]: Q): Q => q(a * d + c * b, b * d);
const times = ([a, b]: Q, [c, d]: Q): Q => q(a * c, b * d);
const less = ([a, b]: Q, [c, d]: Q) => a * d < c * b;
const min = (x: Q, y: Q) => (less(y, x) ? y : x);
const total = (list: readonly Q[]) => list.reduce(add, q(0n));

/** Utility of every project to every voter, by the definition. */
function utilities({ projects, ballots, voteType }: Election, utility: string): bigint[][] {
  return projects.map(({ id, costMinor }) =>
    ballots.map(({ choices, points }) => {
      const at = choices.indexOf(id);
      if (at === -1) return 0n;
      const given =
        voteType === 'cumulative' ? points![at]! : voteType === 'ordinal' ? choices.length - at : 1;
      const cost = BigInt(costMinor);
      return { cost, card: 1n, points: BigInt(given), costpoints: cost * BigInt(given) }[utility]!;
    }),
  );
}

/** One run of the definition, projects compared by id where level. */
function naiveRun(election: Election, utility: string, e: Q, rivals: readonly string[] = []) {
  const u = utilities(election, utility);
  const { projects } = election;
  const money = election.ballots.map(() => e);
  const bought: number[] = [];
  const prices: Q[] = [];
  let ties = 0;
  for (;;) {
    const offers = projects.flatMap((project, p) => {
      const supporters = money.map((_, i) => i).filter((i) => u[p]![i]! > 0n);
      const cost = q(BigInt(project.costMinor));
      const excluded = rivals.includes(project.id) && bought.some((b) => rivals.includes(projects[b]!.id));
      if (
        excluded ||
        bought.includes(p) ||
        supporters.length === 0 ||
        less(total(supporters.map((i) => money[i]!)), cost)
      )
        return [];
      const per = (i: number) => times(money[i]!, q(1n, u[p]![i]!));
      supporters.sort((i, j) => (less(per(i), per(j)) ? -1 : less(per(j), per(i)) ? 1 : 0));
      let left = cost;
      let den = supporters.reduce((sum, i) => sum + u[p]![i]!, 0n);
      for (const i of supporters) {
        const rate = times(left, q(1n, den));
        if (!less(money[i]!, times(rate, q(u[p]![i]!)))) return [{ p, rate }];
        left = add(left, times(q(-1n), money[i]!));
        den -= u[p]![i]!;
      }
      throw new Error('affordable projects have a price');
    });
    if (offers.length === 0) return { bought, prices, ties };
    const best = offers.reduce((a, b) => (less(b.rate, a.rate) ? b : a)).rate;
    const level = offers.filter(({ rate }) => !less(best, rate));
    if (level.length > 1) ties++;
    const chosen = level.map(({ p }) => p).sort((a, b) => (projects[a]!.id < projects[b]!.id ? -1 : 1))[0]!;
    const paid = money.map((m, i) => min(m, times(best, q(u[chosen]![i]!))));
    expect(total(paid)).toEqual(q(BigInt(projects[chosen]!.costMinor)));
    paid.forEach((amount, i) => (money[i] = add(money[i]!, times(q(-1n), amount))));
    bought.push(chosen);
    prices.push(best);
  }
}

/** add1 one step at a time. */
function naiveAddOne(
  election: Election,
  utility: string,
  exhaustiveStop: boolean,
  rivals: readonly string[],
) {
  const { projects, budgetMinor, ballots } = election;
  const supported = utilities(election, utility).map((row) => row.some((u) => u > 0n));
  const costOf = (list: readonly number[]) => list.reduce((sum, p) => sum + projects[p]!.costMinor, 0);
  let e = q(BigInt(budgetMinor), BigInt(ballots.length));
  let run = naiveRun(election, utility, e, rivals);
  let [increments, ties] = [0, run.ties];
  for (;;) {
    const taken = run.bought.some((p) => rivals.includes(projects[p]!.id));
    const open = projects
      .map((_, p) => p)
      .filter((p) => supported[p] && !run.bought.includes(p) && !(taken && rivals.includes(projects[p]!.id)));
    const fits = open.some((p) => costOf(run.bought) + projects[p]!.costMinor <= budgetMinor);
    if (open.length === 0 || (exhaustiveStop && !fits)) break;
    const next = naiveRun(election, utility, add(e, q(1n)), rivals);
    ties += next.ties;
    if (costOf(next.bought) > budgetMinor) break;
    [run, e, increments] = [next, add(e, q(1n)), increments + 1];
  }
  return { ...run, e, increments, ties };
}

const ids = ['1', '2', '3', '4', '5', '6'];
const elections = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(60, 60, 120, 180)), {
      minLength: 2,
      maxLength: 6,
    }),
    fc.constantFrom('approval', 'ordinal', 'cumulative'),
    fc.integer({ min: 60, max: 900 }),
  )
  .chain(([costs, voteType, budgetMinor]) =>
    fc
      .array(
        fc.record({
          choices: fc.shuffledSubarray(ids.slice(0, costs.length)),
          points: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 10 },
      )
      .map((ballots) => ({
        projects: costs.map((costMinor, i) => ({ id: ids[i]!, costMinor })),
        ballots: ballots.map(({ choices, points }) =>
          voteType === 'cumulative' ? { choices, points: points.slice(0, choices.length) } : { choices },
        ),
        budgetMinor,
        voteType,
        minorPerUnit: 1,
      })),
  ) as fc.Arbitrary<Election>;
const utility = fc.constantFrom('cost', 'card', 'points', 'costpoints');

describe('Equal Shares against the definition in plain fractions', () => {
  it('buys the same in the same order at exactly the same prices', () => {
    fc.assert(
      fc.property(elections, utility, (election, by) => {
        const naive = naiveRun(
          election,
          by,
          q(BigInt(election.budgetMinor), BigInt(election.ballots.length)),
        );
        const outcome = count(
          election,
          checkRuleSpec({ rule: 'equal-shares', utility: by, completion: 'none', tie: 'id' }),
        );
        expect(outcome.winners).toEqual(naive.bought.map((p) => election.projects[p]!.id));
        const rates = outcome.rounds.map(({ keyExact }) => q(BigInt(keyExact.den), BigInt(keyExact.num)));
        expect(rates).toEqual(naive.prices);
        expect(outcome.ties).toHaveLength(naive.ties);
      }),
      { numRuns: 800 },
    );
  });

  it('raises shares to the same end, although it takes many steps at once', () => {
    fc.assert(
      fc.property(elections, utility, fc.boolean(), fc.boolean(), (election, by, exhaustiveStop, exclude) => {
        const rivals = exclude ? ['1', '2'] : [];
        const naive = naiveAddOne(election, by, exhaustiveStop, rivals);
        const spec = {
          rule: 'equal-shares',
          utility: by,
          completion: 'add1',
          tie: 'id',
          exhaustiveStop,
          conflicts: [rivals],
        };
        const outcome = count(election, checkRuleSpec(spec));
        expect(outcome.winners).toEqual(naive.bought.map((p) => election.projects[p]!.id));
        expect([outcome.increments, outcome.endowment]).toEqual([
          naive.increments,
          { num: String(naive.e[0]), den: String(naive.e[1]) },
        ]);
        expect(outcome.ties.reduce((sum, { times: met }) => sum + met, 0)).toBe(naive.ties);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a hundred million steps in a moment when nothing changes in between', () => {
    const ballots = [{ choices: ['1'] }, ...Array.from({ length: 9 }, () => ({ choices: [] }))];
    const election = {
      projects: [{ id: '1', costMinor: 1e9 }],
      ballots,
      budgetMinor: 1e9,
      voteType: 'approval' as const,
      minorPerUnit: 1,
    };
    const outcome = count(election, checkRuleSpec({ rule: 'equal-shares', completion: 'add1' }));
    expect([outcome.winners, outcome.increments]).toEqual([['1'], 9e8]);
  });
});
