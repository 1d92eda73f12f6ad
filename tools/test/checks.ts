import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { bin, capture, root } from '../build/project.ts';

export interface Check {
  readonly name: string;
  run(): Promise<{ code: number; output: string }>;
}

/** Arguments of the generator; without `--output` it prints. */
export const CLIENT_TYPES = ['libs/api-client/openapi.json', '--immutable', '--root-types=false'];

const tsc = bin('typescript/bin/tsc');
const present = (...paths: string[]): string[] => paths.filter((path) => existsSync(join(root, path)));

const compiling: readonly Check[] = [
  { name: 'types and build', run: () => capture([tsc, '-b', 'apps/api', 'apps/urn', 'apps/cli']) },
  {
    name: 'types of tests and tools',
    run: () =>
      inTurn(
        present(
          'tools/tsconfig.json',
          'apps/web-e2e/tsconfig.json',
          'apps/api/tsconfig.spec.json',
          'apps/urn/tsconfig.spec.json',
          'libs/voting/tsconfig.spec.json',
          'libs/pabulib/tsconfig.spec.json',
          'libs/statistics/tsconfig.spec.json',
          'libs/sortition/tsconfig.spec.json',
          'libs/ballot-protocol/tsconfig.spec.json',
          'libs/paper-rules/tsconfig.spec.json',
          'libs/proof-of-work/tsconfig.spec.json',
          'apps/cli/tsconfig.spec.json',
        ).map((project) => [tsc, '-p', project]),
      ),
  },
  { name: 'types of the API client', run: clientTypes },
];
const reading: readonly Check[] = [
  { name: 'project borders and lint', run: lint },
  {
    name: 'house rules',
    run: () =>
      capture([
        bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        'tools/house/house.cjs',
        'apps',
        'libs',
      ]),
  },
  {
    name: 'formatting',
    run: () => capture([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  },
];

/**
 * Each is a command that anyone can run alone; together they are the first part of `npm test`. The two rows run beside
 * each other, one after another within: types of tests need what the build declares.
 */
export const checks: readonly (readonly Check[])[] = [compiling, reading];

/** Without a project graph the border rule skips itself with a warning and exits 0: that counts as a failure here. */
async function lint(): Promise<{ code: number; output: string }> {
  const graph = await capture([bin('nx/dist/bin/nx.js'), 'graph', '--file=.nx/graph.json'], {
    env: { NX_DAEMON: 'false' },
  });
  if (graph.code !== 0) return graph;
  const { code, output } = await capture([
    bin('eslint/bin/eslint.js'),
    '-c',
    'tools/house/eslint.config.mjs',
    'apps',
    'libs',
    'tools',
  ]);
  return { code: output.includes('No cached ProjectGraph') ? 1 : code, output };
}

async function inTurn(commands: readonly (readonly string[])[]): Promise<{ code: number; output: string }> {
  let output = '';
  for (const command of commands) {
    const result = await capture(command);
    output += result.output;
    if (result.code !== 0) return { code: result.code, output };
  }
  return { code: 0, output };
}

/** The web's types must be what openapi.json says today. */
async function clientTypes(): Promise<{ code: number; output: string }> {
  const { code, output } = await capture([bin('openapi-typescript/bin/cli.js'), ...CLIENT_TYPES]);
  if (code !== 0) return { code, output };
  const kept = await readFile(join(root, 'libs/api-client/src/generated/schema.ts'), 'utf8');
  return kept.endsWith(output)
    ? { code: 0, output: '' }
    : { code: 1, output: 'libs/api-client/src/generated/schema.ts is not current: npm run openapi' };
}
