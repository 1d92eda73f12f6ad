import type { FeatureCollection, Geometry, Position } from 'geojson';

/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Places a point on a drawing `width` wide; `height` follows from the shape of the ground shown. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  project(point: Point): readonly [x: number, y: number];
  /** The point under a place on the drawing. */
  unproject(x: number, y: number): Point;
}

function rings(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(rings);
  return [];
}

/**
 * Fits boundaries and points into a drawing, with a margin. Degrees of longitude are narrowed by the cosine of the
 * middle latitude (equirectangular): for a city the error is below a pixel.
 *
 * @returns null when there is nothing to fit
 */
export function fitProjection(
  boundaries: FeatureCollection | null,
  points: readonly Point[],
  width = 640,
): Projection | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (longitude: number, latitude: number) => {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  };
  for (const feature of boundaries?.features ?? [])
    for (const ring of rings(feature.geometry)) for (const [x, y] of ring) take(x ?? NaN, y ?? NaN);
  for (const point of points) take(point.longitude, point.latitude);
  if (!(east >= west && north >= south)) return null;

  const margin = 12;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const spanX = Math.max((east - west) * squeeze, 0.005);
  const spanY = Math.max(north - south, 0.005);
  const scale = (width - 2 * margin) / Math.max(spanX, spanY / 1.25);
  const height = Math.round(spanY * scale + 2 * margin);
  const left = (width - (east - west) * squeeze * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return {
    width,
    height,
    project: ({ latitude, longitude }) => [
      left + (longitude - west) * squeeze * scale,
      top + (north - latitude) * scale,
    ],
    unproject: (x, y) => ({
      latitude: north - (y - top) / scale,
      longitude: west + (x - left) / (squeeze * scale),
    }),
  };
}

/** An SVG path for a boundary, to a tenth of a unit, without points that would fall on the one before. */
export function boundaryPath(geometry: Geometry, projection: Projection): string {
  return rings(geometry)
    .map((ring) => {
      const drawn: string[] = [];
      for (const [longitude = 0, latitude = 0] of ring) {
        const [x, y] = projection.project({ latitude, longitude });
        const at = `${x.toFixed(1)} ${y.toFixed(1)}`;
        if (drawn.at(-1) !== at) drawn.push(at);
      }
      return drawn.length > 2 ? `M${drawn.join('L')}Z` : '';
    })
    .join('');
}
