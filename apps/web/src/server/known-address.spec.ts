import { describe, expect, it } from '@jest/globals';
import { knownAddress } from './known-address.js';

describe('knownAddress', () => {
  it.each([
    '/',
    '/rounds/caf%C3%A9?place=hanley',
    '/proposals?q=100%25+of+%22benches%22',
    '/places?postcode=st1%C2%A05hh',
    '/proposals?q=a%09b%0D%0Ac',
    '/api/rounds?place=%00',
    `/api/rounds?cursor=${'a'.repeat(9_000)}`,
  ])('leaves %s as it is', (url) => expect(knownAddress(url)).toBe(url));

  it.each([
    ['a NUL', '/rounds/%00'],
    ['a NUL in a query', '/places?postcode=%00'],
    ['a broken escape', '/rounds/%zz'],
    ['a percent sign alone', '/%'],
    ['a broken escape in a query', '/proposals?q=%zz'],
    ['half a surrogate pair', '/rounds/%ED%A0%80'],
    ['an overlong encoding', '/rounds/%C0%80'],
    ['another control character', '/rounds/%1b'],
    ['more than an address', `/rounds/${'a'.repeat(4_000)}`],
  ])('leads nowhere from %s', (_, url) => expect(knownAddress(url)).toBe('/page-not-found'));

  it('lets each service answer for its own addresses', () => {
    expect(knownAddress('/api/rounds/%00')).toBe('/api/page-not-found');
    expect(knownAddress('/urn/%zz')).toBe('/urn/page-not-found');
    expect(knownAddress('/apiary/%00')).toBe('/page-not-found');
  });
});
