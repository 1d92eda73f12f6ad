import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { bin, root } from '../build/project.ts';

/** What `npm test -- check` runs must fail when it should: each is shown a planted fault. */
describe('the checks', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(root, '.local-checks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, args, {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    });
  const lint = (path: string, text: string): string => {
    run([bin('nx/dist/bin/nx.js'), 'graph', '--file=.nx/graph.json']);
    const eslint = [
      bin('eslint/bin/eslint.js'),
      '-c',
      'tools/house/eslint.config.mjs',
      '--stdin',
      '--stdin-filename',
    ];
    return run([...eslint, path], text).stdout;
  };

  it('notice a border between projects that is crossed', () => {
    const fault = `import { count } from '@commonthread/voting';\n\nexport const planted = count;\n`;

    expect(lint('libs/kernel/src/domain-error.ts', fault)).toContain('@nx/enforce-module-boundaries');
  });

  it('notice a value inside SQL', () => {
    const fault =
      'export const planted = (db: { query(sql: string): void }, id: string) => db.query(`SELECT ${id}`);\n';

    expect(lint('apps/api/src/rounds/round.ts', fault)).toContain('No SQL from strings');
  });

  it('notice a file that is not formatted', () => {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, 'export const   planted = "x"');

    expect(
      run([bin('prettier/bin/prettier.cjs'), '--check', '--ignore-path', '/dev/null', file]).status,
    ).toBe(1);
  });

  it('notice a type that strict TypeScript refuses', () => {
    writeFileSync(join(folder, 'planted.ts'), 'export const first = (list: string[]): string => list[0];\n');
    const options = { composite: false, noEmit: true };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions: options, include: ['planted.ts'] }),
    );

    expect(run([bin('typescript/bin/tsc'), '-p', folder]).stdout).toContain('TS2322');
  });
});
