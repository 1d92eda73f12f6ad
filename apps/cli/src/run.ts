import { DomainError } from '@commonthread/kernel';
import { PbMalformed } from '@commonthread/pabulib';

import { CHECK_USAGE, checkCommand } from './check-command.js';
import { UsageError, type ExitCode, type Terminal } from './command.js';
import { countCommand } from './count-command.js';
import { COUNT_USAGE } from './count-options.js';
import { DRAW_USAGE } from './draw/draw-options.js';
import { drawCommand } from './draw-command.js';
import { InputError } from './read-election-file.js';
import { REFERENCES_USAGE, referencesCommand } from './references-command.js';
import { STATISTICS_USAGE, statisticsCommand } from './statistics-command.js';
import { VERIFY_DRAW_USAGE, verifyDrawCommand } from './verify-draw-command.js';
import { VERIFY_USAGE, verifyCommand } from './verify-command.js';

interface Command {
  readonly usage: string;
  readonly run: (args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  count: { usage: COUNT_USAGE, run: countCommand },
  'pb-check': { usage: CHECK_USAGE, run: checkCommand },
  draw: { usage: DRAW_USAGE, run: drawCommand },
  references: { usage: REFERENCES_USAGE, run: referencesCommand },
  statistics: { usage: STATISTICS_USAGE, run: statisticsCommand },
  'verify-draw': { usage: VERIFY_DRAW_USAGE, run: verifyDrawCommand },
  verify: { usage: VERIFY_USAGE, run: verifyCommand },
};

/** Runs one command line; every refusal becomes words on standard error and exit 2. */
export function run(args: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode> {
  const [name, ...rest] = args;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    if (name === undefined || !['help', '--help', '-h'].includes(name)) {
      terminal.err(name === undefined ? 'which command?' : `there is no command ${name}`);
      terminal.err(everyUsage());
      return 2;
    }
    terminal.out(everyUsage());
    return 0;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(command.usage);
    return 0;
  }
  try {
    const code = command.run(rest, terminal);
    return typeof code === 'number' ? code : code.catch((error: unknown) => refuse(error, command, terminal));
  } catch (error) {
    return refuse(error, command, terminal);
  }
}

function refuse(error: unknown, command: Command, terminal: Terminal): ExitCode {
  if (error instanceof PbMalformed) {
    for (const { line, field, code, reason } of error.faults) {
      terminal.err(`line ${line}, ${field}: ${reason} [${code}]`);
    }
    const unlisted = error.faultCount - error.faults.length;
    terminal.err(
      `${error.faultCount} ${error.faultCount === 1 ? 'fault' : 'faults'}${unlisted > 0 ? `, ${unlisted} not listed` : ''}`,
    );
  } else if (error instanceof DomainError || error instanceof InputError) {
    terminal.err(error.message);
  } else if (error instanceof UsageError || isParseArgsError(error)) {
    terminal.err(error.message);
    terminal.err(command.usage);
  } else throw error;
  return 2;
}

/** By code, not class: that is the documented mark of these errors. */
function isParseArgsError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'code' in error && isParseArgsCode(error.code);
}

const isParseArgsCode = (code: unknown): boolean => String(code).startsWith('ERR_PARSE_ARGS');

function everyUsage(): string {
  return Object.values(COMMANDS)
    .map(({ usage }) => usage)
    .join('\n\n');
}
