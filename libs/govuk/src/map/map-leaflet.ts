import type * as Leaflet from 'leaflet';
import type { Point } from './map-projection.js';
import type { MapMarker, MovableMap, MovableMapOptions } from './map-types.js';

interface TrustedTypes {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown;
}

/**
 * While it loads, Leaflet writes the constant `<svg/>` into an element to see whether SVG works, which trusted types
 * refuse. This policy lets that one string through and goes on refusing everything else.
 */
function letLeafletProbeSvg(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', { createHTML: (html) => (html === '<svg/>' ? html : null) });
}

/** Text as an element: Leaflet would write a string as HTML. */
function words(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

/** Draws the map with Leaflet, fetched only now. Its own controls write HTML, so the component brings its own. */
export async function movableMap(options: MovableMapOptions): Promise<MovableMap> {
  letLeafletProbeSvg();
  const L = (await import('leaflet/dist/leaflet-src.esm.js')) as unknown as typeof Leaflet;
  const map = L.map(options.element, { zoomControl: false, attributionControl: false, zoomSnap: 0.5 });
  if (options.tileUrl) L.tileLayer(options.tileUrl, { maxZoom: 19 }).addTo(map);

  const places = L.featureGroup();
  for (const place of options.places) {
    const shape = L.geoJSON(place.feature, {
      style: { className: `ct-map__place${place.isSelf ? ' ct-map__place--self' : ''}` },
      interactive: !place.isSelf && options.pick === null,
    }).addTo(places);
    if (place.isSelf || options.pick) continue;
    shape.bindTooltip(words(place.name), { sticky: true });
    const { link } = place;
    if (link) shape.on('click', () => options.open(link));
  }

  const markers = L.featureGroup();
  const showMarkers = (list: readonly MapMarker[]) => {
    markers.clearLayers();
    for (const { latitude, longitude, label, link, strong } of list) {
      const dot = L.circleMarker([latitude, longitude], {
        radius: 7,
        className: `ct-map__marker${strong ? ' ct-map__marker--strong' : ''}`,
      });
      dot.bindTooltip(words(label)).addTo(markers);
      if (link) dot.on('click', () => options.open(link));
    }
  };
  showMarkers(options.markers);

  // Shapes can be drawn only once the map shows something.
  const ground = L.featureGroup([places, markers]).getBounds();
  if (options.point && !ground.isValid()) map.setView([options.point.latitude, options.point.longitude], 14);
  else if (ground.isValid()) map.fitBounds(ground, { padding: [12, 12], animate: false, maxZoom: 16 });
  else map.setView([54, -2.5], 5);
  places.addTo(map);
  markers.addTo(map);

  let pin: Leaflet.CircleMarker | null = null;
  const showPoint = (point: Point | null) => {
    pin?.remove();
    pin =
      point &&
      L.circleMarker([point.latitude, point.longitude], { radius: 9, className: 'ct-map__pin' }).addTo(map);
  };
  showPoint(options.point);

  const { pick } = options;
  if (pick) map.on('click', ({ latlng }) => pick({ latitude: latlng.lat, longitude: latlng.lng }));

  return {
    zoom: (by) => void map.setZoom(map.getZoom() + by),
    centre: () => ({ latitude: map.getCenter().lat, longitude: map.getCenter().lng }),
    showPoint,
    showMarkers,
    remove: () => void map.remove(),
  };
}
