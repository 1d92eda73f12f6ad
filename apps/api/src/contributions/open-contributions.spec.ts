import { describe, expect, it } from '@jest/globals';

import type { OpenRow } from './contributions.repository.js';
import { openContributions } from './open-contributions.js';

const row = (slug: string, ageDays: number, n: number, overdue = false): OpenRow => ({
  slug,
  title: `Round ${slug}`,
  kind: 'support',
  since: new Date(),
  ageDays,
  overdue,
  n,
});

describe('openContributions', () => {
  it('has nothing to add up', () => {
    expect(openContributions([])).toMatchObject({ count: 0, overdue: 0, oldestDays: null, rounds: [] });
  });

  it('adds up by age, the edge belonging to the older band, and by round', () => {
    const open = openContributions([row('a', 200, 1, true), row('b', 30, 2), row('a', 29, 4, true)]);

    expect(open).toMatchObject({ count: 7, overdue: 5, oldestDays: 200 });
    expect(open.ages.map(({ count }) => count)).toEqual([4, 2, 0, 1]);
    expect(open.rounds.map(({ slug, count, oldestDays }) => [slug, count, oldestDays])).toEqual([
      ['a', 5, 200],
      ['b', 2, 30],
    ]);
  });

  it('puts every age into exactly one band', () => {
    for (let days = 0; days < 400; days++) {
      const { ages } = openContributions([row('a', days, 1)]);
      expect(ages.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    }
  });
});
