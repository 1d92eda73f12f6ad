import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';

type Read<T> = HttpResourceRef<T | undefined>;
export type Contribution = Api<'ContributionDto'>;
export type YouSaid = Api<'YouSaidDto'>;

/** Every call the pages of contributions make. Call each in a field initialiser: they need an injection context. */
@Injectable({ providedIn: 'root' })
export class ContributionsApi {
  mine(): Read<Contribution[]> {
    return httpResource<Contribution[]>(() => '/api/contributions/mine');
  }

  open(): Read<Api<'OpenContributionsDto'>> {
    return httpResource<Api<'OpenContributionsDto'>>(() => '/api/contributions/open');
  }

  ofRound(slug: () => string): Read<YouSaid> {
    return httpResource<YouSaid>(() => `/api/rounds/${encodeURIComponent(slug())}/you-said`);
  }

  ofPlace(slug: () => string): Read<Api<'PlaceYouSaidDto'>> {
    return httpResource<Api<'PlaceYouSaidDto'>>(() => `/api/places/${encodeURIComponent(slug())}/you-said`);
  }
}
