import { describe, expect, it } from '@jest/globals';

import { birthFault, yearsBetween } from './age.js';

describe('age', () => {
  it.each([
    ['2015-11-22', '2026-11-22', 11],
    ['2015-11-23', '2026-11-22', 10],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('of somebody born on %s is on %s %d', (born, today, years) => {
    expect(yearsBetween(born, today)).toBe(years);
  });

  it('admits from the eleventh birthday on, and no dates nobody has', () => {
    expect(birthFault('2015-11-22', '2026-11-22')).toBeNull();
    expect(birthFault('2015-11-23', '2026-11-22')?.code).toBe('identity.too-young');
    expect(birthFault('2027-01-01', '2026-11-22')?.code).toBe('identity.date-of-birth-unlikely');
    expect(birthFault('1890-01-01', '2026-11-22')?.code).toBe('identity.date-of-birth-unlikely');
  });
});
