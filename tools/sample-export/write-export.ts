import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { build, outputs } from '../build/project.ts';

/**
 * `node tools/sample-export/write-export.ts FOLDER --voters 1000`: the export of an election that never was, to try
 * a verifier on. One in ten changes the ballot once, one in ten votes on paper.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { voters: { type: 'string', default: '1000' } },
});
const [folder] = positionals;
const voters = Number(values.voters);
if (folder === undefined || !Number.isSafeInteger(voters) || voters < 10) {
  console.error('usage: node tools/sample-export/write-export.ts FOLDER [--voters NUMBER, at least 10]');
  process.exit(2);
}
await build(outputs.cli);
const { sampleExport } = await import('@commonthread/ballot-protocol/sample');
const { countBallots } = await import('@commonthread/paper-rules');

const IDS = ['benches', 'lights', 'mural', 'orchard', 'ramp'];
const files = await sampleExport(
  {
    voters: Math.ceil(voters * 0.9),
    changes: Math.floor(voters * 0.1),
    sheets: Math.floor(voters * 0.1),
    perCheckpoint: 500,
    choose: (voter, rev) => IDS.filter((_, at) => (voter * 7 + rev * 3 + at * at) % 5 < 2),
  },
  countBallots,
);
await mkdir(folder, { recursive: true });
for (const [name, lines] of Object.entries(files)) {
  await pipeline(Readable.from(withNewlines(lines)), createWriteStream(join(folder, name)));
}

function* withNewlines(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
