import { parseArgs } from 'node:util';

import { build, outputs } from '../build/project.ts';

/** `node tools/sample-export/main.ts FOLDER --voters 1000`: see `writeExport`. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { voters: { type: 'string', default: '1000' } },
});
const [folder] = positionals;
const voters = Number(values.voters);
if (folder === undefined || !Number.isSafeInteger(voters) || voters < 10) {
  console.error('usage: node tools/sample-export/main.ts FOLDER [--voters NUMBER, at least 10]');
  process.exit(2);
}
await build(outputs.cli);
// After the build, because it imports what was built.
const { writeExport } = await import('./write-export.ts');
await writeExport(folder, voters);
