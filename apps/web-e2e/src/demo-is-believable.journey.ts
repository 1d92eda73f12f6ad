import { describe, expect, it } from '@jest/globals';

describe('the demo city', () => {
  const odd = process.env['CT_ODD'];

  // A server that was running before has had visitors.
  (odd === undefined ? it.skip : it)(
    'is one where people could have lived and worked: every time, order, sum and place of it',
    () => {
      expect(JSON.parse(odd!)).toEqual([]);
    },
  );
});
