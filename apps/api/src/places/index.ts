export { ImportPlaces } from './import-places.js';
export { normalPostcode } from './postcode.js';
export { PlaceRefDto } from './dto/place-ref.dto.js';
export type { PlaceRef } from './place.js';
export { Places } from './places.js';
export { PlacesModule } from './places.module.js';
export { type Whereabouts, WHEREABOUTS } from './whereabouts.js';
