export { CtMap } from './map.js';
export type { Point } from './map-projection.js';
export type { MapMarker } from './map-types.js';
