import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { tallyOf } from '../../counting/tally.js';
import { tieOrder } from '../../counting/tie-order.js';
import { utilityScale } from '../../counting/utility.js';
import type { Election } from '../../model/election.js';
import { checkRuleSpec } from '../../spec/check-rule-spec.js';
import type { EqualSharesSpec } from '../../model/rule-spec.js';
import { equalShares } from './equal-shares.js';
import { SharesCounter } from './shares-counter.js';

/** Up to 40 ballots over up to 9 projects, many of them level: enough for voters to turn one by one. */
const elections: fc.Arbitrary<Election> = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 300, max: 9000 }), fc.constantFrom(2400, 3600)), {
      minLength: 3,
      maxLength: 9,
    }),
    fc.constantFrom('approval', 'cumulative'),
  )
  .chain(([costs, voteType]) =>
    fc
      .array(
        fc.record({
          choices: fc.shuffledSubarray(costs.map((_, p) => String(p))),
          points: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }),
        }),
        { minLength: 2, maxLength: 40 },
      )
      .map((ballots): Election => ({
        projects: costs.map((costMinor, p) => ({ id: String(p), costMinor })),
        ballots: ballots.map(({ choices, points }) =>
          voteType === 'cumulative' ? { choices, points: points.slice(0, choices.length) } : { choices },
        ),
        budgetMinor: 10_000,
        voteType: voteType as Election['voteType'],
        minorPerUnit: 1,
      })),
  );

const counterFor = (election: Election, utility: 'cost' | 'card' | 'points') => {
  const tally = tallyOf(election);
  const all = election.projects.map((_, p) => p);
  return new SharesCounter(
    tally,
    utilityScale(tally, utility),
    all,
    all.map(() => []),
    tieOrder(tally, { tie: 'id' }),
  );
};

describe('the window of a run', () => {
  it('holds the same purchases and ties at every share in it, however far the run looks', () => {
    let wide = 0;
    fc.assert(
      fc.property(
        elections,
        fc.constantFrom('cost', 'card', 'points'),
        fc.integer({ min: 20, max: 3000 }),
        fc.constantFrom(0, 1, 10, 100, 1000),
        (election, utility, share, reach) => {
          const counter = counterFor(election, utility);
          const n = BigInt(election.ballots.length);
          const here = counter.run(BigInt(share) * n, reach);
          const last = Math.min(here.window, 5000) * (1 - 1e-9);
          if (last > 1) wide++;
          for (const part of [0.001, 0.1, 0.37, 0.5, 0.8, 0.95, 1]) {
            const there = counter.run(BigInt(share) * n + BigInt(Math.floor(last * part * Number(n))));
            const seen = (run: typeof here) => [
              run.bought,
              run.ties.map(({ round, projects }) => [round, projects]),
            ];
            expect(seen(there)).toEqual(seen(here));
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(wide).toBeGreaterThan(300);
  });

  it('is not ended by voters who turn from paying all they have to paying in full', () => {
    let state = 7;
    const next = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const projects = Array.from({ length: 40 }, (_, p) => ({
      id: String(p),
      costMinor: 200_000 + next(3_000_000),
    }));
    const ballots = Array.from({ length: 1500 }, () => ({
      choices: Array.from({ length: 10 }, () => String(Math.min(next(40), next(40)))),
    }));
    const election = { projects, ballots, budgetMinor: 20_000_000, minorPerUnit: 1 };
    let runs = 0;
    const { increments } = equalShares(
      tallyOf({ ...election, voteType: 'approval' }),
      checkRuleSpec({ rule: 'equal-shares', completion: 'add1', tie: 'id' }) as EqualSharesSpec,
      () => runs++,
    );
    expect(increments).toBe(1345);
    // Voters turn hundreds of times on the way; the purchases change far less often.
    expect(runs).toBeLessThan(120);
  });
});
