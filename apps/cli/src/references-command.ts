import { parseArgs } from 'node:util';

import { toElection, type PbFile } from '@commonthread/pabulib';

import { UsageError, type ExitCode, type Terminal } from './command.js';
import { countFile } from './count-command.js';
import { readCountOptions } from './count-options.js';
import { declaredSpec } from './declared-rule.js';
import { byCodePoint, type OutcomeReport } from './outcome-report.js';
import { InputError, readElectionFile, readText } from './read-election-file.js';
import { readReference, type Reference, type ReferenceOutcome } from './reference-file.js';

export const REFERENCES_USAGE = `usage: ct references DIR [--only TEXT]
  Counts every outcome in DIR/reference/*.json on DIR/*.pb and compares. --only keeps names containing TEXT.`;

interface Line {
  readonly same: boolean;
  readonly seconds: number;
  readonly pabutoolsSeconds?: number;
  readonly args: string;
}

/** `ct references DIR`: exit 1 when any outcome differs from its reference. */
export function referencesCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { only: { type: 'string', default: '' } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('one folder is needed');
  const names = referenceNames(terminal, folder).filter((name) => name.includes(values.only));
  if (names.length === 0) throw new InputError(`no reference/*.json in ${folder}`);

  let passed = 0;
  let failed = 0;
  for (const name of names) {
    const reference = readReference(readText(terminal, `${folder}/reference/${name}`), name);
    const file = readElectionFile(terminal, `${folder}/${reference.instance}.pb`);
    terminal.out(`\n${reference.instance} (${file.votes.length} ballots, ${file.projects.length} projects)`);
    terminal.out(columns('', 'seconds', 'pabutools', 'ratio', 'options'));
    for (const line of compareFile(file, reference, terminal)) {
      if (line.same) passed += 1;
      else failed += 1;
      terminal.out(inColumns(line));
    }
  }
  terminal.out(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** One outcome after the other, so that a long count does not hold back what is known. */
function* compareFile(file: PbFile, reference: Reference, terminal: Terminal): Generator<Line> {
  for (const expected of reference.outcomes) {
    const spec = readCountOptions(['-', ...expected.args]).spec;
    if (!spec) throw new InputError(`${reference.instance}: an outcome without a rule`);
    const report = countFile(file, spec(file.minorPerUnit), terminal);
    yield {
      same: sameOutcome(report, expected, file),
      seconds: report.seconds,
      args: expected.args.join(' '),
      ...(expected.pabutoolsSeconds !== undefined && { pabutoolsSeconds: expected.pabutoolsSeconds }),
    };
  }
  if (!reference.official) return;
  const report = countFile(file, declaredSpec(file), terminal);
  const same = report.winners.join() === reference.official.toSorted(byCodePoint).join();
  yield { same, seconds: report.seconds, args: '--rule as-declared (the published outcome)' };
}

/** Winners must be equal; an optimum may be one of several, so there the objective must be, within the budget. */
export function sameOutcome(report: OutcomeReport, expected: ReferenceOutcome, file: PbFile): boolean {
  if (expected.objective !== undefined) {
    const chosen = new Set(report.winners);
    const spent = toElection(file).projects.reduce(
      (sum, { id, costMinor }) => sum + (chosen.has(id) ? costMinor : 0),
      0,
    );
    return report.objective === expected.objective && spent <= file.budgetMinor;
  }
  return (
    report.winners.join() === expected.winners.toSorted(byCodePoint).join() && report.cost === expected.cost
  );
}

function referenceNames(terminal: Terminal, folder: string): string[] {
  try {
    return terminal
      .list(`${folder}/reference`)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch {
    return [];
  }
}

function inColumns({ same, seconds, pabutoolsSeconds, args }: Line): string {
  const theirs = pabutoolsSeconds === undefined ? '' : pabutoolsSeconds.toFixed(3);
  const ratio =
    pabutoolsSeconds === undefined || seconds === 0 ? '' : `${(pabutoolsSeconds / seconds).toFixed(1)}x`;
  return columns(same ? 'ok' : 'differs', seconds.toFixed(3), theirs, ratio, args);
}

function columns(verdict: string, seconds: string, theirs: string, ratio: string, args: string): string {
  return `  ${verdict.padEnd(8)}${seconds.padStart(8)}${theirs.padStart(11)}${ratio.padStart(10)}  ${args}`.trimEnd();
}
