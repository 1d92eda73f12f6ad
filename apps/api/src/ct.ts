import { operate } from './operate.js';

process.exitCode = await operate(process.argv.slice(2), process.env, (line) =>
  process.stdout.write(`${line}\n`),
);
