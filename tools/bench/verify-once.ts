import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from '../build/project.ts';

/** `node tools/bench/verify-once.ts FOLDER`: `ct verify` in a process of its own, whose peak memory is that of verifying alone. */
const [folder = ''] = process.argv.slice(2);
const cli = pathToFileURL(join(root, 'apps/cli/dist/run.js')).href;
const { run } = (await import(cli)) as { run(args: readonly string[], terminal: object): Promise<number> };
let report = '';
await run(['verify', folder, '--json'], {
  read: () => new Uint8Array(),
  stream: (path: string) => createReadStream(path, { highWaterMark: 1 << 20 }),
  list: (path: string) => readdirSync(path),
  now: () => performance.now(),
  out: (line: string) => (report += line),
  err: console.error,
});
const { ok, totals, seconds } = JSON.parse(report) as {
  ok: boolean;
  totals: { ballotLines: number };
  seconds: number;
};
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    ...{ ok, ballots: totals.ballotLines, ms: seconds * 1000 },
    peakMegabytes: Math.round(maxRSS / 1024),
    processorMs: (userCPUTime + systemCPUTime) / 1000,
  }),
);
