import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** Every call the home page makes. */
@Injectable({ providedIn: 'root' })
export class HomeApi {
  /** Call it in a field initialiser, as `decisions`: it needs an injection context. */
  rounds(): HttpResourceRef<Api<'RoundSummaryDto'>[] | undefined> {
    return httpResource<Api<'RoundSummaryDto'>[]>(() => '/api/rounds');
  }

  /** The newest projects that are finished. */
  delivered(limit: number): HttpResourceRef<Api<'DeliveryListDto'> | undefined> {
    return httpResource<Api<'DeliveryListDto'>>(() => `/api/deliveries?state=delivered&limit=${limit}`);
  }

  decisions(): HttpResourceRef<Api<'DecisionSummaryDto'>[] | undefined> {
    return httpResource<Api<'DecisionSummaryDto'>[]>(() => '/api/decisions');
  }
}
