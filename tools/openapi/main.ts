import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { bin, capture, root } from '../build/project.ts';
import { CLIENT_TYPES } from '../test/checks.ts';

/** Writes libs/api-client/openapi.json from the running API, and the web's types from that. */
const jest = [
  '--experimental-vm-modules',
  bin('jest/bin/jest.js'),
  '--projects',
  'apps/api',
  '--testPathPatterns',
  'openapi.e2e-spec',
];
const written = await capture(jest, { env: { WRITE_OPENAPI: '1' } });
if (written.code !== 0) {
  console.error(written.output);
  process.exit(1);
}

const generated = await capture([bin('openapi-typescript/bin/cli.js'), ...CLIENT_TYPES]);
if (generated.code !== 0) {
  console.error(generated.output);
  process.exit(1);
}
await writeFile(
  join(root, 'libs/api-client/src/generated/schema.ts'),
  `// Generated from openapi.json by \`npm run openapi\`. Never edited.\n${generated.output}`,
);
console.log('libs/api-client is up to date');
