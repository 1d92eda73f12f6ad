import { describe, expect, it } from '@jest/globals';

import { type Boundary, isNear, misplaced } from './near-place.js';

/** About 7 km by 11 km, with a hole in its middle. */
const place: Boundary = {
  type: 'Polygon',
  coordinates: [
    [
      [-2.2, 53],
      [-2.1, 53],
      [-2.1, 53.1],
      [-2.2, 53.1],
      [-2.2, 53],
    ],
    [
      [-2.17, 53.03],
      [-2.13, 53.03],
      [-2.13, 53.07],
      [-2.17, 53.07],
      [-2.17, 53.03],
    ],
  ],
};
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('a point and the boundary of its place', () => {
  it.each([
    ['inside', at(53.01, -2.15), true],
    ['on the border', at(53, -2.15), true],
    ['900 m north of it', at(53.108, -2.15), true],
    ['1.1 km north of it', at(53.11, -2.15), false],
    ['900 m west of it', at(53.05, -2.2134), true],
    ['1.1 km west of it', at(53.05, -2.2165), false],
    ['in the hole, far from its edge', at(53.05, -2.15), false],
  ])('%s', (_, point, near) => {
    expect(isNear(place, point)).toBe(near);
  });

  it.each([
    ['London', at(51.5, -0.12), 'outside'],
    ['Berlin', at(52.52, 13.4), 'outside'],
    ['nowhere', at(0, 0), 'outside'],
    ['the two numbers swapped', at(-2.15, 53.01), 'swapped'],
    ['its own', at(53.01, -2.15), null],
  ])('%s is told', (_, point, why) => {
    expect(misplaced(place, point)).toBe(why);
  });

  it('may come in several parts', () => {
    const parts: Boundary = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
        place.coordinates,
      ],
    };
    expect(isNear(parts, at(53.01, -2.15))).toBe(true);
    expect(isNear(parts, at(0.2, 0.7))).toBe(true);
    expect(isNear(parts, at(0.9, 0.1))).toBe(false);
  });
});
