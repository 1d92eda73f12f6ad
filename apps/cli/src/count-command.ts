import { toElection, type PbFile } from '@commonthread/pabulib';
import { count, type RuleSpec } from '@commonthread/voting';

import type { ExitCode, Terminal } from './command.js';
import { readCountOptions } from './count-options.js';
import { declaredSpec } from './declared-rule.js';
import { outcomeReport, type OutcomeReport } from './outcome-report.js';
import { readElectionFile } from './read-election-file.js';

/** `ct count FILE.pb --rule NAME ...`: winners, cost and how long it took. */
export function countCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const request = readCountOptions(args);
  const file = readElectionFile(terminal, request.path, request.encoding);
  const spec = request.spec ? request.spec(file.minorPerUnit) : declaredSpec(file);
  const report = countFile(file, spec, terminal);
  if (request.json) terminal.out(JSON.stringify(report));
  else inWords(report, file.meta.get('currency') ?? '').forEach((line) => terminal.out(line));
  for (const { line, field, reason, times } of file.warnings) {
    terminal.err(`warning: line ${line}, ${field}: ${reason}${times > 1 ? ` (${times} times)` : ''}`);
  }
  return 0;
}

/** Counts a parsed file and times the count alone. */
export function countFile(file: PbFile, spec: RuleSpec, terminal: Pick<Terminal, 'now'>): OutcomeReport {
  const election = toElection(file);
  const startedMs = terminal.now();
  const outcome = count(election, spec);
  const currency = file.meta.get('currency') ?? '';
  return outcomeReport(
    outcome,
    { minorPerUnit: file.minorPerUnit, currency },
    (terminal.now() - startedMs) / 1000,
  );
}

function inWords(report: OutcomeReport, currency: string): string[] {
  const { winners, cost, objective, rounds, ties_met, endowment, increments, seconds } = report;
  return [
    `rule        ${report.rule}`,
    `winners     ${winners.length}: ${winners.join(' ')}`,
    `total cost  ${cost} ${currency}`.trimEnd(),
    `budget      ${report.money}`,
    ...(objective === undefined ? [] : [`objective   ${objective}`]),
    `rounds      ${rounds.length}`,
    `ties met    ${ties_met}`,
    ...(endowment === undefined ? [] : [`endowment   ${endowment}`]),
    ...(increments === undefined ? [] : [`increments  ${increments}`]),
    `seconds     ${seconds}`,
  ];
}
