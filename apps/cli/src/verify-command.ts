import { parseArgs } from 'node:util';

import { EXPORT_FILES, verifyExport, type ExportSource, type Report } from '@commonthread/ballot-protocol';
import { checkChoices, countBallots } from '@commonthread/paper-rules';

import { UsageError, type ExitCode, type Terminal } from './command.js';
import { InputError } from './read-election-file.js';
import { SignatureThreads } from './verifying/signature-threads.js';

export const VERIFY_USAGE =
  'usage: ct verify EXPORT_DIR [--json]      (every claim of a published count, recomputed)';

/** `ct verify EXPORT_DIR`: exit 0 when everything holds, 1 with every fault named by file and line. */
export async function verifyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('one folder is needed');
  const started = terminal.now();
  const signatures = new SignatureThreads();
  const report = await verifyExport(sourceIn(folder, terminal), {
    ...{ checkChoices, count: countBallots, signatures },
  }).finally(() => signatures.close());
  const seconds = Number(((terminal.now() - started) / 1000).toFixed(3));
  if (values.json) terminal.out(JSON.stringify({ ...report, seconds }));
  else inWords(report, seconds, terminal);
  return report.ok ? 0 : 1;
}

function sourceIn(folder: string, terminal: Terminal): ExportSource {
  return {
    async names() {
      try {
        return terminal.list(folder);
      } catch {
        throw new InputError(`cannot read the folder ${folder}; it should hold ${EXPORT_FILES.join(', ')}`);
      }
    },
    open: (file) => terminal.stream(`${folder}/${file}`),
  };
}

function inWords(report: Report, seconds: number, terminal: Terminal): void {
  const { ok, election, faults, faultCount, notices, totals, compare } = report;
  for (const { file, line, code, message } of faults) {
    terminal.err(`${file}${line === null ? '' : `:${line}`}: ${message} [${code}]`);
  }
  if (faultCount > faults.length) terminal.err(`and ${faultCount - faults.length} more`);
  for (const notice of notices) terminal.out(`notice: ${notice}`);
  const { ballotLines, online, superseded, credentials, paper, checkpoints } = totals;
  terminal.out(
    `${election ?? 'no election'}: ${ballotLines} ballot lines: ${online} online by ${credentials} passes ` +
      `(${superseded} replaced later), ${paper} on paper; ${checkpoints} checkpoints; ${seconds} s`,
  );
  if (compare) {
    terminal.out(`compare with a witness: ${compare.origin}, size ${compare.size}, root ${compare.root}`);
  }
  terminal.out(
    ok
      ? 'ok: every signature, the log, the totals and the count hold'
      : `REFUSED: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}`,
  );
}
