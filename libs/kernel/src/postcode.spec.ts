import { describe, expect, it } from '@jest/globals';

import { postcodeOf } from './postcode.js';

describe('postcodeOf', () => {
  it.each([
    ['st1 5hh', 'ST1 5HH'],
    ['ST15HH', 'ST1 5HH'],
    [' ST1  5hh ', 'ST1 5HH'],
    ['S T 1 5 H H', 'ST1 5HH'],
    ['ST1\u00a05HH', 'ST1 5HH'],
    ['ST1\u202f5HH\u2060', 'ST1 5HH'],
    ['\ufeffST1\u200b5HH\t', 'ST1 5HH'],
    ['\uff33\uff34\uff11 \uff15\uff28\uff28', 'ST1 5HH'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['M1 1AE', 'M1 1AE'],
  ])('reads %j as %s', (written, postcode) => expect(postcodeOf(written)).toBe(postcode));

  it.each(['', 'ST1', 'ST1 5H', '12345', 'ST1 5HHH', "ST1 5HH'; --", 'ST1-5HH', 'Hanley', '\0ST1 5HH'])(
    'finds none in %j',
    (written) => expect(postcodeOf(written)).toBeNull(),
  );
});
