import { describe, expect, it } from '@jest/globals';

import { canonicalJson, isCanonicalJson, type Json } from './canonical-json.js';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    };

    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units, section 3.2.3', () => {
    const sorted = JSON.parse(
      canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, '\u00f6': 5, a: 6 }),
    );
    expect(Object.keys(sorted).filter((key) => key !== '1')).toEqual([
      '\r',
      'a',
      '\u0080',
      '\u00f6',
      '\u20ac',
    ]);
  });

  it('does not depend on the order of insertion and leaves undefined members out', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [] } })).toBe('{"a":{"c":[]},"b":1}');
  });

  it.each([[NaN], [Infinity], ['\ud800']])('refuses %p', (value) => {
    expect(() => canonicalJson([value])).toThrow(RangeError);
  });
});

describe('isCanonicalJson', () => {
  it.each<[string, boolean]>([
    ['{"a":[1,{"b":"é","c":null}],"b":"\\\\ud"}', true],
    ['{"10":1,"9":2}', true],
    ['{"9":2,"10":1}', false],
    ['{"b":1,"a":2}', false],
    ['[{"b":1,"a":2}]', false],
    ['{"a":1,"a":1}', false],
    ['{"a": 1}', false],
    ['1.0', false],
    ['"\\u0041"', false],
    ['"\\ud800"', false],
    ['"\\ud83d\\ude00"', false],
    ['"😀"', true],
    ['{"__proto__":1}', true],
  ])('%s: %p, as comparing the texts says', (written, isCanonical) => {
    const value = JSON.parse(written) as Json;
    expect(isCanonicalJson(written, value)).toBe(isCanonical);
    expect(isSame(written, value)).toBe(isCanonical);
  });
});

function isSame(written: string, value: Json): boolean {
  try {
    return canonicalJson(value) === written;
  } catch {
    return false;
  }
}
