import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  model,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { Feature, FeatureCollection } from 'geojson';
import { boundaryPath, fitProjection, type Point } from './map-projection.js';
import type { MapMarker, MapPlace, MovableMap } from './map-types.js';

/** How far one press moves the pin: about 50 metres. */
const NUDGE_DEGREES = 0.00045;

/**
 * Boundaries and markers, drawn on the server as a picture that needs no JavaScript; once it is on screen in a
 * browser it can be moved and zoomed. With `pick` the reader chooses a point by pointer, or with the buttons below
 * the map. It never stands alone: put the same places or things as a list beside it.
 */
@Component({
  selector: 'ct-map',
  templateUrl: './map.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-map' },
})
export class CtMap {
  private readonly router = inject(Router);
  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');

  /** What the map shows, as a name for it. */
  readonly label = input.required<string>();
  /** Features with `properties` {slug, name, role: 'self' | 'child'}, as the API gives them. */
  readonly boundaries = input<FeatureCollection | null>(null);
  readonly markers = input<readonly MapMarker[]>([]);
  /** On-site path for a boundary, from its properties. */
  readonly linkFor = input<(properties: NonNullable<Feature['properties']>) => string | null>(() => null);
  /** Whether a point is asked for. */
  readonly pick = input(false);
  readonly point = model<Point | null>(null);
  /** Leaflet's tile URL template; without one the boundaries are the map. */
  readonly tileUrl = input<string | null>(null);
  /** Who is to be credited for the boundaries and the tiles. */
  readonly credit = input<string | null>(null);

  protected readonly movable = signal<MovableMap | null>(null);

  protected readonly places = computed<MapPlace[]>(() =>
    (this.boundaries()?.features ?? []).map((feature) => ({
      feature,
      name: String(feature.properties?.['name'] ?? ''),
      link: this.linkFor()(feature.properties ?? {}),
      isSelf: feature.properties?.['role'] === 'self',
    })),
  );
  /** The first point keeps its place in the fit, so choosing another does not move the ground. */
  private readonly fitted = computed(() => {
    const boundaries = this.boundaries();
    const point = boundaries ? null : untracked(this.point);
    return fitProjection(boundaries, point ? [...this.markers(), point] : this.markers());
  });
  protected readonly picture = computed(() => {
    const projection = this.fitted();
    if (!projection) return null;
    const at = (point: Point) => {
      const [x, y] = projection.project(point);
      return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
    };
    const point = this.point();
    return {
      viewBox: `0 0 ${projection.width} ${projection.height}`,
      paths: this.places().map((place) => ({
        ...place,
        d: boundaryPath(place.feature.geometry, projection),
      })),
      dots: this.markers().map((marker) => ({ ...marker, ...at(marker) })),
      pin: point && at(point),
    };
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof IntersectionObserver === 'undefined') return;
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting) || !this.picture()) return;
        seen.disconnect();
        void this.makeMovable(destroyed);
      });
      seen.observe(this.stage().nativeElement);
      destroyed.onDestroy(() => seen.disconnect());
    });
    effect(() => this.movable()?.showPoint(this.point()));
    effect(() => this.movable()?.showMarkers(this.markers()));
  }

  private async makeMovable(destroyed: DestroyRef): Promise<void> {
    const { movableMap } = await import('./map-leaflet.js');
    if (destroyed.destroyed) return;
    const element = document.createElement('div');
    element.className = 'ct-map__movable';
    element.tabIndex = 0;
    element.setAttribute('role', 'application');
    element.setAttribute('aria-label', $localize`${this.label()}:label:. Arrow keys move the map.`);
    this.stage().nativeElement.append(element);
    const map = await movableMap({
      element,
      places: this.places(),
      markers: this.markers(),
      point: this.point(),
      tileUrl: this.tileUrl(),
      open: (link) => void this.router.navigateByUrl(link),
      pick: this.pick() ? (point) => this.put(point) : null,
    });
    if (destroyed.destroyed) return map.remove();
    destroyed.onDestroy(() => map.remove());
    this.movable.set(map);
  }

  /** Ten-thousandths of a degree and a bit: about a metre, which is as fine as anyone can point. */
  protected put({ latitude, longitude }: Point): void {
    this.point.set({
      latitude: Math.round(latitude * 1e5) / 1e5,
      longitude: Math.round(longitude * 1e5) / 1e5,
    });
  }

  /** Before the map can be moved, a click on the picture still chooses. */
  protected putFromPicture(event: MouseEvent): void {
    const projection = this.fitted();
    if (!this.pick() || !projection) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    this.put(
      projection.unproject(
        ((event.clientX - box.left) / box.width) * projection.width,
        ((event.clientY - box.top) / box.height) * projection.height,
      ),
    );
  }

  protected putInMiddle(): void {
    const projection = this.fitted();
    const middle =
      this.movable()?.centre() ?? projection?.unproject(projection.width / 2, projection.height / 2);
    if (middle) this.put(middle);
  }

  protected nudge(north: number, east: number): void {
    const point = this.point();
    if (!point) return;
    const squeeze = Math.cos((point.latitude * Math.PI) / 180);
    this.put({
      latitude: point.latitude + north * NUDGE_DEGREES,
      longitude: point.longitude + (east * NUDGE_DEGREES) / squeeze,
    });
  }

  protected follow(event: MouseEvent, link: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void this.router.navigateByUrl(link);
  }
}
