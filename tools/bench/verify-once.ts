import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { verifyExport } from '@commonthread/ballot-protocol';
import { checkChoices, countBallots } from '@commonthread/paper-rules';

/** `node tools/bench/verify-once.ts FOLDER`: a process of its own, whose peak memory is that of verifying alone. */
const [folder = ''] = process.argv.slice(2);
const began = performance.now();
const { ok, totals } = await verifyExport(
  {
    names: async () => readdirSync(folder),
    open: (file) => createReadStream(join(folder, file), { highWaterMark: 1 << 20 }),
  },
  { checkChoices, count: countBallots },
);
const ms = performance.now() - began;
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ok, ballots: totals.ballotLines, ms, peakMegabytes }));
