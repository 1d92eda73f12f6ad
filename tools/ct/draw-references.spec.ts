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

  withData(
    'goldilocks keeps the invented city between the published extremes',
    async () => {
      await build(outputs.cli);
      const city = join(POOLS, 'syn_city_300_40');
      const files = ['--pool', join(city, 'respondents.csv'), '--quotas', join(city, 'categories.csv')];
      const how = ['--size', '40', '--seed', '00'.repeat(32), '--method', 'goldilocks', '--json'];
      const { stdout } = spawnSync(node, [join(root, outputs.cli.result), 'draw', ...files, ...how], {
        encoding: 'utf8',
      });
      const report = JSON.parse(stdout) as {
        probabilities: Record<string, number>;
        proof: { holds: boolean };
      };
      const probabilities = Object.values(report.probabilities);
      expect(Math.min(...probabilities)).toBeCloseTo(0.0664, 3);
      expect(Math.max(...probabilities)).toBeCloseTo(0.4386, 3);
      expect(report.proof.holds).toBe(true);
    },
    120_000,
  );
});
