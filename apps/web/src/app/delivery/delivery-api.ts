import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** Every call of the page of projects being delivered. To be called in a field initialiser. */
@Injectable({ providedIn: 'root' })
export class DeliveryApi {
  /** @param query without empty parameters */
  list(query: () => Readonly<Record<string, string>>): HttpResourceRef<Api<'DeliveryListDto'> | undefined> {
    return httpResource(() => ({ url: '/api/deliveries', params: { ...query() } }));
  }

  places(): HttpResourceRef<Api<'PlaceSummaryDto'>[] | undefined> {
    return httpResource(() => '/api/places');
  }
}
