import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { sampleExport } from '@commonthread/ballot-protocol/sample';
import { countBallots } from '@commonthread/paper-rules';

import { choose } from './marks.ts';
import { votesInThreads } from './votes-in-threads.ts';

/**
 * The export of an election that never was, to try a verifier on. One in ten changes the ballot once, one in ten
 * votes on paper.
 */
export async function writeExport(folder: string, voters: number): Promise<void> {
  const onPaper = Math.floor(voters / 10);
  const files = await sampleExport(
    {
      ...{ voters: voters - onPaper, changes: Math.floor(voters / 10), sheets: onPaper, perCheckpoint: 500 },
      choose,
    },
    countBallots,
    votesInThreads,
  );
  await mkdir(folder, { recursive: true });
  for (const [name, lines] of Object.entries(files)) {
    await pipeline(Readable.from(withNewlines(lines)), createWriteStream(join(folder, name)));
  }
}

function* withNewlines(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
