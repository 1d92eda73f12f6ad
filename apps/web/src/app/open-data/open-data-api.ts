import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** Every call the page of open data makes. Use in a field initialiser: resources need an injection context. */
@Injectable({ providedIn: 'root' })
export class OpenDataApi {
  datasets(): HttpResourceRef<Api<'DatasetDto'>[] | undefined> {
    return httpResource<Api<'DatasetDto'>[]>(() => '/api/open-data');
  }

  /** Those whose ballots may be published: counted, and past their vote. */
  rounds(): HttpResourceRef<Api<'RoundSummaryDto'>[] | undefined> {
    return httpResource<Api<'RoundSummaryDto'>[]>(() => '/api/rounds');
  }
}
