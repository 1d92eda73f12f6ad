import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { build, node, outputs, root } from '../build/project.ts';

const args = process.argv.slice(2);
/** What is done to a running installation is the API's own; the rest is pure counting and checking. */
const onServer = args[0] === 'admin' || args[0] === 'places';
await build(onServer ? outputs.api : outputs.cli);
const program = onServer ? 'apps/api/dist/src/ct.js' : outputs.cli.result;
const { status } = spawnSync(node, [join(root, program), ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;
