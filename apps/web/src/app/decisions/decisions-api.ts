import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** Every call the decision pages make. Use in a field initialiser: resources need an injection context. */
@Injectable({ providedIn: 'root' })
export class DecisionsApi {
  /** @param place slug of the place whose decisions are wanted, those of the places within it too; none for all */
  decisions(place: Signal<string | undefined>): HttpResourceRef<Api<'DecisionSummaryDto'>[] | undefined> {
    return httpResource<Api<'DecisionSummaryDto'>[]>(() => {
      const slug = place();
      return slug ? `/api/decisions?place=${encodeURIComponent(slug)}` : '/api/decisions';
    });
  }

  decision(number: Signal<string>): HttpResourceRef<Api<'DecisionDto'> | undefined> {
    return httpResource<Api<'DecisionDto'>>(() => `/api/decisions/${encodeURIComponent(number())}`);
  }

  places(): HttpResourceRef<Api<'PlaceSummaryDto'>[] | undefined> {
    return httpResource<Api<'PlaceSummaryDto'>[]>(() => '/api/places');
  }
}
