import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parsePb, toElection } from '@commonthread/pabulib';
import { checkRuleSpec, count, type Election } from '@commonthread/voting';

import { generateElection } from '../demo/elections/generate-election.ts';
import { generateManySteps, MANY_STEPS } from '../demo/elections/many-steps.ts';
import { type Figure, medianMs, seconds } from './measure.ts';

const ADD1U = { rule: 'equal-shares', completion: 'add1u', tie: 'id' };
const TIMED = [
  {
    file: 'Poland_Lodz_2022.pb',
    name: 'Lodz 2022 (90,494 voters)',
    spec: { rule: 'greedy' },
    how: 'greedy',
    target: '< 100 ms',
    runs: 5,
  },
  {
    file: 'Poland_Lodz_2022.pb',
    name: 'Lodz 2022 (90,494 voters)',
    spec: { ...ADD1U, completion: 'none' },
    how: 'Equal Shares, one run',
    target: '< 300 ms',
    runs: 5,
  },
  {
    file: 'Poland_Lodz_2022.pb',
    name: 'Lodz 2022 (90,494 voters)',
    spec: ADD1U,
    how: 'Equal Shares add1u',
    target: '< 3 s',
    runs: 3,
  },
  {
    file: 'Poland_Warszawa_2026.pb',
    name: 'Warsaw 2026 (61,668 voters)',
    spec: ADD1U,
    how: 'Equal Shares add1u',
    target: '< 30 s',
    runs: 1,
  },
  {
    file: 'Hungary_Veszprem_2025.pb',
    name: 'Veszprem 2025 (72,725 increments)',
    spec: { ...ADD1U, completion: 'add1' },
    how: 'Equal Shares add1',
    target: '< 60 s',
    runs: 1,
  },
];

/** Counts on real elections where they lie (they are not part of the product), and growth on invented ones. */
export async function benchCounting(folder: string): Promise<Figure[]> {
  return [...(existsSync(folder) ? await realElections(folder) : []), ...(await growth()), await manySteps()];
}

async function realElections(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const there = new Set(readdirSync(folder));
  for (const { file, name, spec, how, target, runs } of TIMED.filter((timed) => there.has(timed.file))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const read = () => toElection(parsePb(text));
    const rule = checkRuleSpec(spec);
    const counted = await medianMs(runs, read, (election) => count(election, rule));
    const touched = await medianMs(3, read, touchEveryBallot);
    figures.push({
      what: `${name}: ${how}`,
      measured: seconds(counted),
      target,
      ratio: `${(counted / touched).toFixed(0)} x reading every ballot once`,
    });
  }
  const lodz = 'Poland_Lodz_2022.pb';
  if (there.has(lodz)) {
    const text = readFileSync(join(folder, lodz), 'utf8');
    const parsed = await medianMs(3, () => text, parsePb);
    const split = await medianMs(
      3,
      () => text,
      () => text.split('\n').map((line) => line.split(';')),
    );
    figures.push({
      what: 'Lodz 2022: read the file',
      measured: seconds(parsed),
      target: '< 1 s per 100,000 ballots',
      ratio: `${(parsed / split).toFixed(1)} x splitting its lines`,
    });
  }
  return figures;
}

async function growth(): Promise<Figure[]> {
  const rule = checkRuleSpec(ADD1U);
  const times: number[] = [];
  for (const voters of [10_000, 20_000, 40_000, 80_000]) {
    const text = generateElection({ seed: 'bench', voters });
    times.push(
      await medianMs(
        3,
        () => toElection(parsePb(text)),
        (election) => count(election, rule),
      ),
    );
  }
  return [
    {
      what: 'Equal Shares add1u on 10, 20, 40, 80 thousand invented voters',
      measured: times.map(seconds).join(', '),
      target: 'reported',
      ratio: times.map((ms) => `${(ms / times[0]!).toFixed(1)} x`).join(', '),
    },
  ];
}

/** Many voters, many projects and a small unit of money at once: what takes longest. */
async function manySteps(): Promise<Figure> {
  const text = generateManySteps(MANY_STEPS);
  const rule = checkRuleSpec(ADD1U);
  let increments = 0;
  const ms = await medianMs(
    1,
    () => toElection(parsePb(text)),
    (election) => (increments = count(election, rule).increments ?? 0),
  );
  const { voters, projects } = MANY_STEPS;
  const [v, p, i] = [voters, projects, increments].map((value) => value.toLocaleString('en-GB'));
  return {
    what: `${v} invented voters, ${p} projects, ${i} increments: Equal Shares add1u`,
    measured: seconds(ms),
    target: '< 10 s',
    ratio: `${(ms / increments).toFixed(2)} ms an increment`,
  };
}

/** The least any count must do. */
function touchEveryBallot({ ballots }: Election): number {
  let touched = 0;
  for (const { choices } of ballots) for (const id of choices) touched += id.length;
  return touched;
}
