import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { parsePb, toElection, writePb } from '@commonthread/pabulib';
import { checkRuleSpec, count } from '@commonthread/voting';

import { generateElection } from './generate-election.ts';
import { WARDS } from './wards.ts';

const text = generateElection({ seed: 'potteries-2025' });
const file = parsePb(text);

describe('the invented election', () => {
  it('is the same for the same seed, byte for byte, and another for another', () => {
    expect(generateElection({ seed: 'potteries-2025' }) === text).toBe(true);
    expect(generateElection({ seed: 'another' }) === text).toBe(false);
  });

  it('has 36 projects and 20,000 ballots, and nothing odd about it', () => {
    expect([file.projects.length, file.votes.length, file.budgetMinor]).toEqual([36, 20_000, 30_000_000]);
    expect(file.warnings).toEqual([]);
    expect(writePb(file) === text).toBe(true);
    expect(file.votes.every(({ choices }) => choices.length >= 1 && choices.length <= 6)).toBe(true);
  });

  it('says that it is invented, and names nobody', () => {
    expect(file.meta.get('comment')).toContain('An invented election made by a generator');
    expect(file.otherVoteColumns).toEqual(['voting_method', 'neighborhood']);
  });

  it('is counted differently by most votes first and by Equal Shares', () => {
    const election = toElection(file);
    const greedy = count(election, checkRuleSpec({ rule: 'greedy' }));
    const shares = count(election, checkRuleSpec({ rule: 'equal-shares' }));

    expect(shares.winners.length).toBeGreaterThan(greedy.winners.length);
    expect(shares.winners.toSorted()).not.toEqual(greedy.winners.toSorted());
  });
});

interface Feature {
  properties: { ward24_name: string };
  geometry: { type: string; coordinates: number[][][] | number[][][][] };
}
const data = process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const boundaries = join(data, 'geo/stoke_wards_2024_bestfit.geojson');

(existsSync(boundaries) ? it : it.skip)('every place lies inside the boundary of its ward', () => {
  const { features } = JSON.parse(readFileSync(boundaries, 'utf8')) as { features: Feature[] };
  const outside = WARDS.flatMap(({ name, points }) => {
    const geometry = features.find(({ properties }) => properties.ward24_name === name)?.geometry;
    const polygons = (
      geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates
    ) as number[][][][];
    return points.filter(([latitude, longitude]) =>
      polygons.every(([ring = []]) => !contains(ring, longitude, latitude)),
    );
  });
  expect(WARDS).toHaveLength(features.length);
  expect(outside).toEqual([]);
});

/** Even-odd rule. */
function contains(ring: readonly number[][], x: number, y: number): boolean {
  return ring.reduce((inside, [x1 = 0, y1 = 0], at) => {
    const [x2 = 0, y2 = 0] = ring[(at + 1) % ring.length] ?? [];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}
