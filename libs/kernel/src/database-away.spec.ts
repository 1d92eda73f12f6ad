import { describe, expect, it } from '@jest/globals';

import { isDatabaseAway } from './index.js';

const fault = (code: string | undefined, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('a database that cannot serve just now', () => {
  it.each([
    ['an administrator ends the connection', fault('57P01')],
    ['the disk is full', fault('53100')],
    ['too many connections', fault('53300')],
    ['a lock is not to be had in time', fault('55P03')],
    ['a statement takes too long', fault('57014')],
    ['two transactions meet', fault('40001')],
    ['nobody listens', fault('ECONNREFUSED')],
    ['the line is cut', fault(undefined, 'Connection terminated unexpectedly')],
    ['no answer comes', fault(undefined, 'Query read timeout')],
  ])('%s', (_, error) => expect(isDatabaseAway(error)).toBe(true));

  it.each([
    ['a value is taken', fault('23505')],
    ['a rule of a trigger', fault('P0001')],
    ['a column is unknown', fault('42703')],
    ['a fault of ours', new TypeError('x is not a function')],
    ['nothing at all', undefined],
  ])('is another matter: %s', (_, error) => expect(isDatabaseAway(error)).toBe(false));
});
