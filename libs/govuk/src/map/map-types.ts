import type { Feature } from 'geojson';
import type { Point } from './map-projection.js';

export interface MapMarker extends Point {
  /** What is here, in words. */
  readonly label: string;
  /** On-site path the marker leads to. */
  readonly link?: string;
  /** Whether the marker stands out from the others. */
  readonly strong?: boolean;
}

/** A boundary as drawn: its name, where it leads, whether it is the place the page is about. */
export interface MapPlace {
  readonly feature: Feature;
  readonly name: string;
  readonly link: string | null;
  readonly isSelf: boolean;
}

/** The map once it can be moved. */
export interface MovableMap {
  zoom(by: 1 | -1): void;
  centre(): Point;
  showPoint(point: Point | null): void;
  showMarkers(markers: readonly MapMarker[]): void;
  remove(): void;
}

export interface MovableMapOptions {
  readonly element: HTMLElement;
  readonly places: readonly MapPlace[];
  readonly markers: readonly MapMarker[];
  readonly point: Point | null;
  readonly tileUrl: string | null;
  open(link: string): void;
  pick: ((point: Point) => void) | null;
}
