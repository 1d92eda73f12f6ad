import { createReadStream, readdirSync, readFileSync } from 'node:fs';

import { run } from './run.js';

// Setting the code, not calling exit, lets a pipe take the last lines.
process.exitCode = await run(process.argv.slice(2), {
  read: (path) => readFileSync(path === '-' ? 0 : path),
  stream: (path) => createReadStream(path, { highWaterMark: 1 << 20 }),
  list: (folder) => readdirSync(folder),
  now: () => performance.now(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
