import { describe, expect, it } from '@jest/globals';

import { PostcodeMalformed } from './places.errors.js';
import { normalPostcode } from './postcode.js';

describe('normalPostcode', () => {
  it('writes a postcode as it is stored', () => {
    expect(normalPostcode('st1\u00a05hh')).toBe('ST1 5HH');
  });

  it('refuses what has not the shape of one', () => {
    expect(() => normalPostcode('Hanley')).toThrow(PostcodeMalformed);
  });
});
