import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

import { readBallotLine, splitChoices } from '@commonthread/ballot-protocol';
import type { Ballot } from '@commonthread/voting';

/**
 * The ballots of `ballots.ndjson` that count, in log order: last versions and sheets of paper, choices alone.
 *
 * @param lines the file, verified before
 */
export async function* countedBallots(lines: Readable): AsyncGenerator<Ballot> {
  for await (const text of createInterface({ input: lines, crlfDelay: Infinity })) {
    const line = readBallotLine(JSON.parse(text), 'line');
    if ('body' in line) yield splitChoices(line.body.choices);
  }
}
