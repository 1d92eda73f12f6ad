import { parseArgs } from 'node:util';

import {
  commitmentOf,
  type DrawBundle,
  openSlip,
  readBundle,
  type Slip,
  ticketNumber,
  verifyBundle,
} from '@commonthread/sortition';

import { UsageError, type ExitCode, type Terminal } from './command.js';
import { InputError, readText } from './read-election-file.js';

export const VERIFY_DRAW_USAGE = `usage: ct verify-draw BUNDLE.json [options]
  Checks what was published before a jury was drawn, without a solver, and works out the ticket.
  --commit HEX           the commitment as it was published
  --randomness TEXT      what public chance gave: the ticket follows from it
  --void A,B,...         tickets that hold somebody who withdrew after the commitment
  --slip FILE.json       your own slip: whether the pool has your row, and which tickets hold you
  --json                 print one JSON object`;

/** `ct verify-draw BUNDLE`: exit 1 with every fault named. */
export function verifyDrawCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      commit: { type: 'string' },
      randomness: { type: 'string' },
      void: { type: 'string', default: '' },
      slip: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('one bundle is needed');
  const bundle = readBundle(readJson(terminal, path));
  const voided = numbers(values.void);
  const commit = commitmentOf(bundle);
  const faults = [
    ...verifyBundle(bundle).map(({ code, at, detail }) => ({ code: code as string, at, detail })),
    ...(values.commit !== undefined && values.commit.toLowerCase() !== commit
      ? [{ code: 'commitment', at: 0, detail: `the bundle's is ${commit}` }]
      : []),
    ...(voided.length * 100 > bundle.tickets.length
      ? [{ code: 'too-many-void', at: voided.length, detail: 'above 1 in 100: commit anew' }]
      : []),
  ];
  const slip = values.slip === undefined ? undefined : openSlip(bundle, readSlip(terminal, values.slip));
  const drawn = values.randomness === undefined ? undefined : draw(bundle, commit, values.randomness, voided);
  const report = { ok: faults.length === 0, commit, faults, ...(drawn && { drawn }), ...(slip && { slip }) };
  if (values.json) terminal.out(JSON.stringify(report));
  else inWords(report, bundle, terminal);
  return report.ok && slip?.inPool !== false ? 0 : 1;
}

/** The ticket that the formula gives, past those that are void. */
function draw(bundle: DrawBundle, commit: string, randomness: string, voided: readonly number[]) {
  for (let from = 0; from < 10_000;) {
    const { ticket, counter } = ticketNumber(commit, randomness, bundle.tickets.length, from);
    if (!voided.includes(ticket)) return { ticket, counter, marks: bundle.tickets[ticket]!.marks };
    from = counter + 1;
  }
  throw new InputError('every ticket is void');
}

function inWords(
  {
    ok,
    commit,
    faults,
    drawn,
    slip,
  }: {
    ok: boolean;
    commit: string;
    faults: readonly { code: string; at: number; detail: string }[];
    drawn?: { ticket: number; counter: number; marks: readonly string[] };
    slip?: { inPool: boolean; tickets: readonly number[] };
  },
  bundle: DrawBundle,
  terminal: Terminal,
): void {
  for (const { code, at, detail } of faults) terminal.err(`${code} ${at}: ${detail}`);
  terminal.out(`commitment  ${commit}`);
  terminal.out(
    `tickets     ${bundle.tickets.length} of ${bundle.size} seats, from ${bundle.leaves.length} people`,
  );
  if (drawn) {
    terminal.out(`ticket      ${drawn.ticket}, by counter ${drawn.counter}`);
    terminal.out(`marks       ${drawn.marks.join(' ')}`);
  }
  if (slip) {
    terminal.out(
      slip.inPool
        ? 'your row    is in the pool as your slip says'
        : 'your row    IS NOT in the pool as your slip says',
    );
    terminal.out(`you         are on ${slip.tickets.length} of ${bundle.tickets.length} tickets`);
    if (drawn)
      terminal.out(
        slip.tickets.includes(drawn.ticket) ? 'you         ARE DRAWN' : 'you         are not drawn',
      );
  }
  terminal.out(
    ok
      ? 'ok: every ticket, the counts and the proof hold'
      : `REFUSED: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`,
  );
}

function readSlip(terminal: Terminal, path: string): Slip {
  const slip = readJson(terminal, path) as Partial<Slip> | null;
  const { values, secret } = slip ?? {};
  const isSlip = Array.isArray(values) && values.every((value) => typeof value === 'string');
  if (!isSlip || typeof secret !== 'string' || !/^[0-9a-f]{32}$/.test(secret)) {
    throw new InputError(`${path} is no slip: it has values and a secret of 32 hexadecimal digits`);
  }
  return { values, secret };
}

function readJson(terminal: Terminal, path: string): unknown {
  try {
    return JSON.parse(readText(terminal, path)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(`${path} is not JSON`);
    throw error;
  }
}

function numbers(text: string): number[] {
  return text.split(',').flatMap((part) => {
    if (part.trim() === '') return [];
    if (/^\d{1,6}$/.test(part.trim())) return [Number(part)];
    throw new UsageError(`--void ${part} is not a ticket`);
  });
}
