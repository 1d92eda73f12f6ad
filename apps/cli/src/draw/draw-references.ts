import {
  checkLeximin,
  NoPanelPossible,
  nearestQuotas,
  type Solver,
  toPanelModel,
  withChanges,
} from '@commonthread/sortition';

import type { ExitCode, Terminal } from '../command.js';
import { InputError, readText } from '../read-election-file.js';
import { type Drawn, drawPool, provenModel, upperBound } from './draw-pool.js';
import { drawReport } from './draw-report.js';
import { readWholePool } from './read-checked-pool.js';
import { readTable } from './read-table.js';

interface Reference {
  readonly k: number;
  readonly infeasible?: true;
  readonly min: number;
  readonly upper: number;
  readonly unselectable?: number;
  readonly sorted_probabilities?: readonly number[];
}

const SEED = '00'.repeat(32);
/** By how much probabilities of the published programs may differ, sorted. */
const SAME = 5e-4;

/** `ct draw --references DIR`: exit 1 when any pool's lottery differs from its reference. */
export function drawReferences(folder: string, solver: Solver, terminal: Terminal): ExitCode {
  const pools = poolsIn(folder, terminal);
  if (pools.length === 0) throw new InputError(`no POOL/reference.json in ${folder}`);
  let failed = 0;
  for (const name of pools) {
    const reference = JSON.parse(readText(terminal, `${folder}/${name}/reference.json`)) as Reference;
    const startedMs = terminal.now();
    const { differences, worst } = compare(`${folder}/${name}`, reference, solver, terminal);
    if (differences.length > 0) failed++;
    const seconds = ((terminal.now() - startedMs) / 1000).toFixed(1);
    const verdict = differences.length === 0 ? 'ok' : 'differs';
    terminal.out(
      `${verdict.padEnd(8)} ${name.padEnd(22)} ${seconds.padStart(5)} s  ${worst}${differences.join('; ')}`.trimEnd(),
    );
  }
  terminal.out(`${pools.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function compare(
  path: string,
  reference: Reference,
  solver: Solver,
  terminal: Terminal,
): { differences: string[]; worst: string } {
  const people = readTable(terminal, `${path}/respondents.csv`);
  // A pool that is published as one with households says so in its name.
  const householdColumns = path.includes('_hh_') ? ['address', 'postcode'] : [];
  const quotas = readTable(terminal, `${path}/categories.csv`);
  const pool = readWholePool({ people, quotas, size: reference.k, householdColumns });
  const draw = (of: typeof pool) => drawPool(of, { method: 'leximin', seed: SEED, tickets: 1000 }, solver);
  try {
    const drawn = draw(pool);
    if (reference.infeasible) return { differences: ['a panel where none should be'], worst: '' };
    return { differences: differencesOf(drawn, reference), worst: worstOf(drawn, reference) };
  } catch (error) {
    if (!(error instanceof NoPanelPossible)) throw error;
    if (!reference.infeasible) return { differences: ['no panel'], worst: '' };
    const changes = nearestQuotas(pool, toPanelModel(pool), solver);
    if (!changes) return { differences: ['no change of quotas found'], worst: '' };
    draw(withChanges(pool, changes));
    return { differences: [], worst: `no panel; one after ${changes.length} changes of quotas` };
  }
}

function differencesOf(drawn: Drawn, reference: Reference): string[] {
  const report = drawReport(drawn, 0);
  const bound = upperBound(drawn);
  return [
    ...(Math.abs(bound - reference.upper) > 1e-5 ? [`upper bound ${bound}, not ${reference.upper}`] : []),
    ...(report.minimum < reference.upper - 1e-5 ? [`minimum ${report.minimum}, not ${reference.upper}`] : []),
    ...(report.unselectable.length !== (reference.unselectable ?? 0)
      ? [`${report.unselectable.length} cannot be drawn, not ${reference.unselectable ?? 0}`]
      : []),
    ...(deviation(drawn, reference) > SAME ? [`probabilities differ by ${deviation(drawn, reference)}`] : []),
    ...checkLeximin(provenModel(drawn), drawn.lottery.levels, drawn.lottery.probabilities).map(
      ({ code }) => code,
    ),
    ...(report.shortfall > 0.004 ? [`tickets lose ${report.shortfall}`] : []),
  ];
}

function worstOf(drawn: Drawn, reference: Reference): string {
  const { shortfall, distinct } = drawn.tickets;
  const differ = reference.sorted_probabilities
    ? `differs by ${deviation(drawn, reference).toExponential(1)}, `
    : '';
  return `${differ}${drawn.lottery.levels.length} levels proved, tickets lose ${shortfall.toFixed(4)}, ${distinct} different  `;
}

function deviation({ model, lottery }: Drawn, { sorted_probabilities: theirs }: Reference): number {
  if (!theirs) return 0;
  const ours = model.types.flatMap(({ members }, t) => members.map(() => lottery.probabilities[t]!));
  ours.sort((a, b) => a - b);
  return ours.reduce((most, p, i) => Math.max(most, Math.abs(p - theirs[i]!)), 0);
}

function poolsIn(folder: string, terminal: Terminal): string[] {
  const list = (path: string) => {
    try {
      return terminal.list(path);
    } catch {
      return [];
    }
  };
  return list(folder)
    .filter((name) => list(`${folder}/${name}`).includes('reference.json'))
    .toSorted();
}
