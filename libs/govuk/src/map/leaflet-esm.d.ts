/** Leaflet ships this ES module without types of its own; `map-leaflet.ts` gives it those of `leaflet`. */
declare module 'leaflet/dist/leaflet-src.esm.js';
