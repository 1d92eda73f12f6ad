import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { boundaryPath, fitProjection } from './map-projection.js';

const square: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Hanley' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-2.2, 53],
            [-2.1, 53],
            [-2.1, 53.1],
            [-2.2, 53.1],
            [-2.2, 53],
          ],
        ],
      },
    },
  ],
};

describe('fitProjection', () => {
  it('has nothing to fit without boundaries or points', () => {
    expect(fitProjection(null, [])).toBeNull();
    expect(fitProjection({ type: 'FeatureCollection', features: [] }, [])).toBeNull();
  });

  it('keeps everything inside, north up and east right', () => {
    const projection = fitProjection(square, [])!;
    const [west, north] = projection.project({ latitude: 53.1, longitude: -2.2 });
    const [east, south] = projection.project({ latitude: 53, longitude: -2.1 });

    expect(west).toBeLessThan(east);
    expect(north).toBeLessThan(south);
    expect(west).toBeGreaterThanOrEqual(0);
    expect(east).toBeLessThanOrEqual(projection.width);
    expect(south).toBeLessThanOrEqual(projection.height);
  });

  it('finds the point under a place on the drawing again', () => {
    const projection = fitProjection(square, [])!;
    fc.assert(
      fc.property(
        fc.double({ min: 53, max: 53.1, noNaN: true }),
        fc.double({ min: -2.2, max: -2.1, noNaN: true }),
        (latitude, longitude) => {
          const [x, y] = projection.project({ latitude, longitude });
          const back = projection.unproject(x, y);
          expect(back.latitude).toBeCloseTo(latitude, 8);
          expect(back.longitude).toBeCloseTo(longitude, 8);
        },
      ),
    );
  });

  it('fits a single point', () => {
    const projection = fitProjection(null, [{ latitude: 53, longitude: -2 }])!;
    const [x, y] = projection.project({ latitude: 53, longitude: -2 });

    expect([x, y]).toEqual([projection.width / 2, projection.height / 2]);
  });
});

describe('boundaryPath', () => {
  it('leaves out points that fall on the one before', () => {
    const projection = fitProjection(square, [])!;
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [-2.2, 53],
          [-2.2, 53.0000001],
          [-2.1, 53],
          [-2.1, 53.1],
          [-2.2, 53],
        ],
      ],
    };

    expect(boundaryPath(geometry, projection).split('L')).toHaveLength(4);
  });
});
