import { bin, build, capture, outputs } from '../build/project.ts';

/** Asks every address as everybody and writes docs/security/who-may-what.md anew, for a person to read the difference. */
await build(outputs.api, () => {});
const { code, output } = await capture(
  [
    '--experimental-vm-modules',
    bin('jest/bin/jest.js'),
    '--projects',
    'apps/api',
    '--testPathPatterns',
    'access-matrix.e2e-spec',
    '--testNamePattern',
    'another council|auditor|get as far',
  ],
  { env: { WRITE_ACCESS: '1' } },
);
await capture([bin('prettier/bin/prettier.cjs'), '--write', 'docs/security/who-may-what.md']);
if (code !== 0) console.error(output);
else console.log('docs/security/who-may-what.md is written: read what changed before you commit it');
process.exitCode = code;
