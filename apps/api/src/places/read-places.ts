import type { Boundary } from './near-place.js';
import { PlacesFileFaulty } from './places.errors.js';

/** A council or ward as a file gives it. */
export interface FiledPlace {
  /** ONS code, for instance `E05014555`. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'council' | 'ward';
  /** Code of the council that a ward is of. */
  readonly councilCode: string | null;
  readonly boundary: Boundary | null;
}

const MOST_FEATURES = 10_000;
type Properties = Readonly<Record<string, unknown>>;

/**
 * Councils and wards of a GeoJSON file as ONS publishes them (columns `WD24CD`, `WD24NM`, `LAD24CD`, `LAD24NM` of any
 * year). Wards bring their council; a council that is only named so has the outline of its wards.
 *
 * @throws PlacesFileFaulty naming the feature, counted from 1
 */
export function readPlaces(text: string): FiledPlace[] {
  const features = featuresOf(text);
  const found = new Map<string, FiledPlace>();
  const wardsOf = new Map<string, Boundary[]>();
  for (const [at, feature] of features.entries()) {
    const faulty = (reason: string) => new PlacesFileFaulty(at + 1, reason);
    const { properties, geometry } = feature as { properties?: Properties; geometry?: unknown };
    const ward = named(properties ?? {}, 'WD');
    const council = named(properties ?? {}, 'LAD');
    const boundary = boundaryOf(geometry, faulty);
    if (!council) throw faulty('there is no council: columns like LAD24CD and LAD24NM are needed.');
    if (!ward) {
      found.set(council.code, { ...council, kind: 'council', councilCode: null, boundary });
      continue;
    }
    if (found.has(ward.code)) throw faulty(`the code ${ward.code} stands here twice.`);
    found.set(ward.code, { ...ward, kind: 'ward', councilCode: council.code, boundary });
    wardsOf.set(council.code, [...(wardsOf.get(council.code) ?? []), ...(boundary ? [boundary] : [])]);
    if (!found.has(council.code))
      found.set(council.code, { ...council, kind: 'council', councilCode: null, boundary: null });
  }
  const places = [...found.values()].map((place) =>
    place.kind === 'council' && !place.boundary
      ? { ...place, boundary: together(wardsOf.get(place.code) ?? []) }
      : place,
  );
  return places.toSorted((one, other) => Number(other.kind === 'council') - Number(one.kind === 'council'));
}

function featuresOf(text: string): readonly unknown[] {
  let file: { type?: unknown; features?: unknown } | null;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, '')) as typeof file;
  } catch {
    throw new PlacesFileFaulty(null, 'it is not JSON. Download the boundaries as GeoJSON.');
  }
  if (file?.type !== 'FeatureCollection' || !Array.isArray(file.features) || file.features.length === 0)
    throw new PlacesFileFaulty(null, 'it holds no features. Download the boundaries as GeoJSON.');
  if (file.features.length > MOST_FEATURES)
    throw new PlacesFileFaulty(null, `it holds more than ${MOST_FEATURES} features.`);
  return file.features;
}

/** `WD24CD` and `WD24NM` of whatever year; the newest where there are several. */
function named(properties: Properties, prefix: 'WD' | 'LAD'): { code: string; name: string } | null {
  const years = Object.keys(properties).flatMap(
    (key) => new RegExp(`^${prefix}(\\d\\d)CD$`, 'i').exec(key)?.[1] ?? [],
  );
  const year = years.toSorted().at(-1);
  const value = (what: string): string => {
    const key = Object.keys(properties).find((one) => one.toUpperCase() === `${prefix}${year}${what}`);
    const text = key === undefined ? '' : properties[key];
    return typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : '';
  };
  const [code, name] = [value('CD'), value('NM')];
  return year && /^[A-Z]\d{8}$/.test(code) && name !== '' && name.length <= 120 ? { code, name } : null;
}

function boundaryOf(geometry: unknown, faulty: (reason: string) => Error): Boundary | null {
  if (geometry === null || geometry === undefined) return null;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    throw faulty('its shape is neither Polygon nor MultiPolygon.');
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const numbers = (position: unknown): boolean =>
    Array.isArray(position) &&
    position.length >= 2 &&
    position.slice(0, 2).every((one) => Number.isFinite(one));
  const rings = Array.isArray(polygons) ? polygons.flat(1) : [];
  if (
    rings.length === 0 ||
    !rings.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(numbers))
  )
    throw faulty('its shape has a ring that is no list of positions.');
  const onEarth = (rings as number[][][])
    .flat()
    .every(([east = 0, north = 0]) => Math.abs(east) <= 180 && Math.abs(north) <= 90);
  if (!onEarth) throw faulty('its positions are not degrees: export with coordinates in WGS 84 (EPSG:4326).');
  return { type, coordinates } as Boundary;
}

function together(boundaries: readonly Boundary[]): Boundary | null {
  if (boundaries.length === 0) return null;
  return {
    type: 'MultiPolygon',
    coordinates: boundaries.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates)),
  };
}
