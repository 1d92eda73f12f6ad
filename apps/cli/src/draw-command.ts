import { loadSolver, makeBundle, NoPanelPossible, replacementPool, slipsOf } from '@commonthread/sortition';

import type { ExitCode, Terminal } from './command.js';
import { type DrawRequest, readDrawOptions } from './draw/draw-options.js';
import { type Drawn, drawPool } from './draw/draw-pool.js';
import { drawReferences } from './draw/draw-references.js';
import { drawReport, inWords } from './draw/draw-report.js';
import { noPanelInWords, readWholePool } from './draw/read-checked-pool.js';
import { readTable } from './draw/read-table.js';

/** A kind of people as small as this could be recognised. */
const SMALL = 5;

/** `ct draw --pool ... --quotas ...`: exit 0 with a panel, 1 when no panel meets the quotas, 2 when the tables are wrong. */
export async function drawCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const request = readDrawOptions(args);
  const solver = await loadSolver();
  if ('references' in request) return drawReferences(request.references, solver, terminal);
  const whole = readWholePool(tablesOf(request, terminal));
  const pool = request.staying.length > 0 ? replacementPool(whole, request) : whole;
  const startedMs = terminal.now();
  try {
    const drawn = drawPool(pool, request, solver);
    if (request.instead) return printInstead(drawn, request, terminal);
    const report = drawReport(drawn, (terminal.now() - startedMs) / 1000);
    if (request.json) terminal.out(JSON.stringify(report));
    else inWords(report, drawn, solver).forEach((line) => terminal.out(line));
    return 0;
  } catch (error) {
    if (!(error instanceof NoPanelPossible)) throw error;
    noPanelInWords(pool, solver).forEach((line) => terminal.err(line));
    return 1;
  }
}

/** A bundle is for everybody; slips are for one person each, so they are never printed together. */
function printInstead(
  { pool, model, lottery, tickets }: Drawn,
  { method, instead }: DrawRequest,
  terminal: Terminal,
): ExitCode {
  const { print, key } = instead!;
  if (print === 'slips') {
    terminal.out(JSON.stringify(Object.fromEntries(slipsOf(pool, key))));
    return 0;
  }
  const bundle = makeBundle(pool, model, lottery, tickets, { key, method });
  const small = bundle.types.filter(({ people }) => people < SMALL).length;
  if (small > 0) {
    terminal.err(
      `${small} of ${bundle.types.length} kinds of people are of fewer than ${SMALL}: before publishing, use coarser quotas or record why not`,
    );
  }
  terminal.out(JSON.stringify(bundle));
  return 0;
}

function tablesOf(request: DrawRequest, terminal: Terminal) {
  const { pool, quotas, size, idColumn, householdColumns } = request;
  return {
    people: readTable(terminal, pool),
    quotas: readTable(terminal, quotas),
    size,
    householdColumns,
    ...(idColumn !== undefined && { idColumn }),
  };
}
