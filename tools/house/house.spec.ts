import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { bin, capture, root } from '../build/project.ts';

/** Every rule is proved by breaking it: a planted fault in a small copy of the tree must be reported by name. */
describe('the house rules', () => {
  let house: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  const cruise = async (): Promise<string> => {
    const command = [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      'tools/house/house.cjs',
      'apps',
      'libs',
    ];
    return (await capture(command, { cwd: house })).output;
  };

  beforeEach(() => {
    house = mkdtempSync(join(root, '.local-house-'));
    cpSync(join(root, 'tools/house/house.cjs'), join(house, 'tools/house/house.cjs'));
    cpSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    write('libs/kernel/src/index.ts', 'export const one = 1;\n');
    write('apps/api/src/rounds/index.ts', `export { round } from './round.js';\n`);
    write('apps/api/src/rounds/round.ts', 'export const round = 1;\n');
    write('apps/web/src/app/home/home.ts', 'export const home = 1;\n');
  });
  afterEach(() => rmSync(house, { recursive: true, force: true }));

  it('finds nothing wrong with a sound tree', async () => {
    expect(await cruise()).toContain('no dependency violations found');
  });

  it.each<[rule: string, files: Record<string, string>]>([
    [
      'no-cycles',
      {
        'apps/api/src/rounds/round.ts': `import './other.js';\nexport const round = 1;\n`,
        'apps/api/src/rounds/other.ts': `import './round.js';\n`,
      },
    ],
    ['features-meet-at-index', { 'apps/api/src/proposals/a.ts': `import '../rounds/round.js';\n` }],
    [
      'rounds-climbs-no-stairs',
      {
        'apps/api/src/rounds/up.ts': `import '../proposals/index.js';\n`,
        'apps/api/src/proposals/index.ts': 'export {};\n',
      },
    ],
    ['platform-knows-no-feature', { 'apps/api/src/platform/a.ts': `import '../rounds/index.js';\n` }],
    [
      'nobody-imports-the-roof',
      { 'apps/api/src/rounds/roof.ts': `import '../main.js';\n`, 'apps/api/src/main.ts': 'export {};\n' },
    ],
    ['entities-are-leaves', { 'apps/api/src/rounds/x.entity.ts': `import './round.js';\n` }],
    [
      'dto-knows-no-database',
      {
        'apps/api/src/rounds/dto/x.dto.ts': `import '../x.entity.js';\n`,
        'apps/api/src/rounds/x.entity.ts': 'export {};\n',
      },
    ],
    ['urn-and-api-never-meet', { 'apps/urn/src/main.ts': `import '../../api/src/rounds/index.js';\n` }],
    [
      'urn-log-climbs-no-stairs',
      {
        'apps/urn/src/log/up.ts': `import '../paper/index.js';\n`,
        'apps/urn/src/paper/index.ts': 'export {};\n',
      },
    ],
    [
      'blinding-is-for-browsers',
      {
        'libs/ballot-protocol/src/index.ts': `export * from './pass.js';\n`,
        'libs/ballot-protocol/src/pass.ts': 'export const blind = 1;\n',
      },
    ],
    ['ballot-protocol-stays-pure', { 'libs/ballot-protocol/src/now.ts': `import 'node:crypto';\n` }],
    ['kernel-stays-pure', { 'libs/kernel/src/fs.ts': `import 'node:fs';\n` }],
    ['web-features-stay-apart', { 'apps/web/src/app/rounds/a.ts': `import '../home/home';\n` }],
    ['shell-knows-no-feature', { 'apps/web/src/app/shell/a.ts': `import '../home/home';\n` }],
    [
      'web-and-api-never-meet',
      { 'apps/web/src/app/home/b.ts': `import '../../../../api/src/rounds/index';\n` },
    ],
    [
      'tests-are-not-imported',
      {
        'apps/api/src/rounds/y.ts': `import './round.spec.js';\n`,
        'apps/api/src/rounds/round.spec.ts': 'export {};\n',
      },
    ],
  ])('reports %s', async (rule, files) => {
    for (const [path, text] of Object.entries(files)) write(path, text);

    expect(await cruise()).toContain(rule);
  });
});
