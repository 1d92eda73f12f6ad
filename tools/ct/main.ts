import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { build, node, outputs, root } from '../build/project.ts';

await build(outputs.cli);
const { status } = spawnSync(node, [join(root, outputs.cli.result), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
