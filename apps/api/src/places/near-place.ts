/** A point on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

type Position = readonly number[];
type Ring = readonly Position[];

/** GeoJSON, longitude first (RFC 7946). */
export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** A park may lie on the border, and some boundaries here are only close to the legal ones. */
const MARGIN_METRES = 1_000;
const METRES_PER_DEGREE = 111_320;

/**
 * Whether a point lies within a boundary or close to it. On a flat map around the point: exact enough for a margin
 * that small.
 */
export function isNear(boundary: Boundary, point: Point): boolean {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  const eastward = METRES_PER_DEGREE * Math.cos((point.latitude * Math.PI) / 180);
  const flat = ([longitude = 0, latitude = 0]: Position): readonly [number, number] => [
    (longitude - point.longitude) * eastward,
    (latitude - point.latitude) * METRES_PER_DEGREE,
  ];
  return polygons.some((rings) => {
    let within = false;
    for (const ring of rings) {
      for (let n = 0; n + 1 < ring.length; n += 1) {
        const [from, to] = [flat(ring[n] ?? []), flat(ring[n + 1] ?? [])];
        if (distance(from, to) <= MARGIN_METRES) return true;
        if (crossesEast(from, to)) within = !within;
      }
    }
    return within;
  });
}

/** Why a point cannot be meant, or `null`: latitude and longitude are easily taken for each other. */
export function misplaced(boundary: Boundary, point: Point): 'swapped' | 'outside' | null {
  if (isNear(boundary, point)) return null;
  const swapped = { latitude: point.longitude, longitude: point.latitude };
  return Math.abs(swapped.latitude) <= 90 && isNear(boundary, swapped) ? 'swapped' : 'outside';
}

/** Whether a ray from the point eastwards crosses the line. */
function crossesEast([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): boolean {
  return y1 > 0 !== y2 > 0 && x1 - (y1 * (x2 - x1)) / (y2 - y1) > 0;
}

/** Metres from the point to the line. */
function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}
