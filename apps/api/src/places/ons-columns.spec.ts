import { describe, expect, it } from '@jest/globals';

import { onsColumns } from './ons-columns.js';

const of = (header: string) => onsColumns(header.split(','), (name) => new Error(name));

describe('the columns of an ONS postcode file', () => {
  it.each([
    ['pcds,lad26cd,wd26cd', { postcode: 0, councilCode: 1, wardCode: 2 }],
    ['PCDS,LAD41CD,WD41CD', { postcode: 0, councilCode: 1, wardCode: 2 }],
    ['pcd,pcds,osward,oslaua', { postcode: 1, wardCode: 2, councilCode: 3 }],
    ['pcd7,ward,laua', { postcode: 0, wardCode: 1, councilCode: 2 }],
  ])('are found in any year: %s', (header, at) => {
    expect(of(header)).toEqual({ ...at, notes: [] });
  });

  it('are those of the newest year when a file has two, and that is said', () => {
    expect(of('pcds,wd98cd,wd25cd,wd26cd,lad26cd')).toEqual({
      postcode: 0,
      wardCode: 3,
      councilCode: 4,
      notes: ['wd26cd was read; wd25cd, wd98cd set aside as older.'],
    });
  });

  it('are named when they are missing', () => {
    expect(() => of('pcds,lad26cd')).toThrow('wd25cd or osward');
  });
});
