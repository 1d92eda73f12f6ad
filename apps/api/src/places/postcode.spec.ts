import { describe, expect, it } from '@jest/globals';

import { PostcodeMalformed } from './places.errors.js';
import { normalPostcode } from './postcode.js';

describe('normalPostcode', () => {
  it.each([
    ['st15hh', 'ST1 5HH'],
    [' ST1  5hh ', 'ST1 5HH'],
    ['S T 1 5 H H', 'ST1 5HH'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['M1 1AE', 'M1 1AE'],
  ])('writes %p as %p', (written, normal) => {
    expect(normalPostcode(written)).toBe(normal);
  });

  it.each(['', 'ST1', 'ST1 5H', '12345', 'ST1 5HHH', "ST1 5HH'; --", 'ST1-5HH'])('refuses %p', (written) => {
    expect(() => normalPostcode(written)).toThrow(PostcodeMalformed);
  });
});
