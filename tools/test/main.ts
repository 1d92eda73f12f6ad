import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { bin, build, capture, local, outputs, root } from '../build/project.ts';
import { type Check, checks } from './checks.ts';

/**
 * Everything that must hold, in the order that fails fastest:
 * form, types, house rules, unit and database tests, then journeys through a real browser,
 * and the ballot box killed while people vote.
 * `npm test -- check unit browser chaos` runs only the parts named.
 */
const JOURNEYS = 'apps/web-e2e';
const projects = [
  'tools',
  ...['apps', 'libs'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)),
].filter((project) => existsSync(join(root, project, 'jest.config.mjs')));
const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
let passed = 0;
let failed = 0;
let skipped = 0;

if (wanted('check')) await Promise.all(checks.map(inTurn));
// Jest would leave one core idle; on two cores that doubles the time.
if (wanted('unit'))
  await jest(
    'unit',
    projects.filter((project) => project !== JOURNEYS),
    '--maxWorkers=100%',
  );
if (wanted('browser') && failed === 0 && projects.includes(JOURNEYS)) {
  await build(outputs.api, console.log);
  await build(outputs.web, console.log);
  await jest('browser', [JOURNEYS], '--runInBand', '--forceExit');
}
if (wanted('chaos')) {
  const { code } = await capture([join(root, 'tools/chaos/main.ts')], { echo: true });
  if (code === 0) passed++;
  else failed++;
}

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

async function inTurn(row: readonly Check[]): Promise<void> {
  for (const { name, run } of row) {
    const began = performance.now();
    const { code, output } = await run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (code === 0) passed++;
    else {
      failed++;
      console.log(output.trimEnd().split('\n').slice(-60).join('\n'));
    }
  }
}

async function jest(name: string, which: readonly string[], ...options: string[]): Promise<void> {
  await mkdir(local, { recursive: true });
  const report = join(local, `jest-${name}.json`);
  const args = [
    '--experimental-vm-modules',
    bin('jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...options,
  ];
  const { code } = await capture([...args, '--projects', ...which], { echo: true });
  const result = JSON.parse(await readFile(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numRuntimeErrorTestSuites: number;
  };
  passed += result.numPassedTests;
  skipped += result.numPendingTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) failed++;
}
