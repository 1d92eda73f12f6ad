import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { build, node, outputs, root } from '../build/project.ts';

const DATA = process.env['COMMONTHREAD_DATA'] ?? join(root, '..', 'shared', 'data');
const POOLS = join(DATA, 'sortition');

/** In a process of its own: inside Jest every `Math.abs` of a solver crosses a border, thirty times slower. */
describe('ct draw --references', () => {
  const withData = existsSync(POOLS) ? it : it.skip;

  withData(
    'draws the published probabilities from every reference pool',
    async () => {
      await build(outputs.cli);
      const args = [join(root, outputs.cli.result), 'draw', '--references', POOLS];
      const { stdout, status } = spawnSync(node, args, { encoding: 'utf8' });
      const lines = stdout.trimEnd().split('\n');
      expect(lines.filter((line) => !line.startsWith('ok'))).toEqual(['9 passed, 0 failed']);
      expect(status).toBe(0);
    },
    180_000,
  );
});
