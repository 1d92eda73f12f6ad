import { describe, expect, it } from '@jest/globals';

import { PlacesFileFaulty } from './places.errors.js';
import { readPlaces } from './read-places.js';

const SQUARE = [
  [
    [-2.2, 53],
    [-2.1, 53],
    [-2.1, 53.1],
    [-2.2, 53],
  ],
];
const ward = (
  n: number,
  change: object = {},
  geometry: unknown = { type: 'Polygon', coordinates: SQUARE },
) => ({
  type: 'Feature',
  properties: {
    WD24CD: `E0501455${n}`,
    WD24NM: `Ward ${n}`,
    LAD24CD: 'E06000021',
    LAD24NM: 'Stoke-on-Trent',
    ...change,
  },
  geometry,
});
const file = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

describe('readPlaces', () => {
  it('reads wards of any year with the council they are of, which has their outline', () => {
    const [council, ...wards] = readPlaces(file(ward(1), ward(2)));
    expect(council).toMatchObject({
      code: 'E06000021',
      name: 'Stoke-on-Trent',
      kind: 'council',
      councilCode: null,
    });
    expect(council?.boundary).toEqual({ type: 'MultiPolygon', coordinates: [SQUARE, SQUARE] });
    expect(wards).toMatchObject([
      { code: 'E05014551', name: 'Ward 1', kind: 'ward', councilCode: 'E06000021' },
      { code: 'E05014552' },
    ]);
    const older = ward(1, { WD24CD: undefined, WD24NM: undefined, wd19cd: 'E05000001', wd19nm: 'Old' });
    expect(readPlaces(file(older))[1]).toMatchObject({ code: 'E05000001', name: 'Old' });
  });

  it('takes the outline of a council from a file of councils, and a ward without one', () => {
    const council = ward(1, { WD24CD: undefined });
    expect(readPlaces(file(council))).toMatchObject([{ kind: 'council', boundary: { type: 'Polygon' } }]);
    expect(readPlaces(file(ward(1, {}, null)))).toMatchObject([{ boundary: null }, { boundary: null }]);
  });

  it.each([
    ['no JSON', 'name,code\n', 'The file: it is not JSON'],
    ['another JSON', '{"type":"Topology"}', 'The file: it holds no features'],
    ['no features', file(), 'The file: it holds no features'],
    ['no council', file(ward(1), ward(2, { LAD24CD: '' })), 'Feature 2: there is no council'],
    ['a code twice', file(ward(1), ward(1)), 'Feature 2: the code E05014551 stands here twice'],
    ['a point', file(ward(1, {}, { type: 'Point', coordinates: [1, 2] })), 'Feature 1: its shape is neither'],
    [
      'a broken ring',
      file(ward(1, {}, { type: 'Polygon', coordinates: [[[1, 2]]] })),
      'Feature 1: its shape has a ring',
    ],
    [
      'metres of the national grid',
      file(ward(1, {}, { type: 'Polygon', coordinates: [SQUARE[0]!.map(() => [388_000, 345_000])] })),
      'Feature 1: its positions are not degrees',
    ],
  ])('refuses %s, and says where', (_, text, words) => {
    expect(() => readPlaces(text)).toThrow(PlacesFileFaulty);
    expect(() => readPlaces(text)).toThrow(words);
  });
});
