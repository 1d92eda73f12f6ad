import { loadSolver, NoPanelPossible } from '@commonthread/sortition';

import type { ExitCode, Terminal } from './command.js';
import { type DrawRequest, readDrawOptions } from './draw/draw-options.js';
import { drawPool } from './draw/draw-pool.js';
import { drawReferences } from './draw/draw-references.js';
import { drawReport, inWords } from './draw/draw-report.js';
import { noPanelInWords, readWholePool } from './draw/read-checked-pool.js';
import { readTable } from './draw/read-table.js';

/** `ct draw --pool ... --quotas ...`: exit 0 with a panel, 1 when no panel meets the quotas, 2 when the tables are wrong. */
export async function drawCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const request = readDrawOptions(args);
  const solver = await loadSolver();
  if ('references' in request) return drawReferences(request.references, solver, terminal);
  const pool = readWholePool(tablesOf(request, terminal));
  const startedMs = terminal.now();
  try {
    const drawn = drawPool(pool, request, solver);
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
