import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import type { FeatureCollection } from 'geojson';

type Read<T> = HttpResourceRef<T | undefined>;

/** Every call the pages of places make. Call each in a field initialiser: they need an injection context. */
@Injectable({ providedIn: 'root' })
export class PlacesApi {
  places(): Read<Api<'PlaceSummaryDto'>[]> {
    return httpResource<Api<'PlaceSummaryDto'>[]>(() => '/api/places');
  }

  place(slug: () => string): Read<Api<'PlaceDto'>> {
    return httpResource<Api<'PlaceDto'>>(() => `/api/places/${encodeURIComponent(slug())}`);
  }

  /** Of a place and those directly below it; waits while the place is not known. */
  boundaries(slug: () => string | undefined): Read<FeatureCollection> {
    return httpResource<FeatureCollection>(() => {
      const place = slug();
      return place && `/api/places/${encodeURIComponent(place)}/boundaries`;
    });
  }

  /** Whether postcodes can be found here, by an example of one. */
  knownPostcodes(): Read<Api<'KnownPostcodesDto'>> {
    return httpResource<Api<'KnownPostcodesDto'>>(() => '/api/postcodes');
  }

  /** Asks only once something was typed. 422 postcode.malformed, 404 postcode.unknown */
  postcode(typed: () => string): Read<Api<'PostcodeDto'>> {
    return httpResource<Api<'PostcodeDto'>>(() =>
      typed() ? `/api/postcodes/${encodeURIComponent(typed())}` : undefined,
    );
  }

  /** Rounds of a place and of everything below it; waits while the place is not known. */
  roundsWithin(slug: () => string | undefined): Read<Api<'RoundSummaryDto'>[]> {
    return httpResource<Api<'RoundSummaryDto'>[]>(() => {
      const place = slug();
      return place === undefined ? undefined : { url: '/api/rounds', params: { place } };
    });
  }

  decisionsWithin(slug: () => string): Read<Api<'DecisionSummaryDto'>[]> {
    return httpResource<Api<'DecisionSummaryDto'>[]>(() => ({
      url: '/api/decisions',
      params: { place: slug() },
    }));
  }

  themes(): Read<Api<'ThemeDto'>[]> {
    return httpResource<Api<'ThemeDto'>[]>(() => '/api/indicators');
  }
}
