import { parseArgs } from 'node:util';

import { writeMoney } from '@commonthread/pabulib';

import { UsageError, type ExitCode, type Terminal } from './command.js';
import { ENCODING_USAGE, readElectionFile } from './read-election-file.js';

export const CHECK_USAGE = `usage: ct pb-check FILE.pb [options]      (FILE - reads standard input)
  ${ENCODING_USAGE}`;

/** `ct pb-check FILE.pb`: what the file holds and what is odd about it; faults end it with exit 2. */
export function checkCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { encoding: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('one file is needed');
  const file = readElectionFile(terminal, path, values.encoding);
  const budget = writeMoney(file.budgetMinor, file.minorPerUnit);
  const currency = file.meta.get('currency') ?? '';
  terminal.out(
    `ok: ${file.projects.length} projects, ${file.votes.length} ${file.voteType} ballots, budget ${budget} ${currency}`.trimEnd(),
  );
  for (const { line, field, code, reason, times } of file.warnings) {
    terminal.out(
      `warning: line ${line}, ${field}: ${reason} [${code}]${times > 1 ? `, ${times} times` : ''}`,
    );
  }
  return 0;
}
