import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Spoken = Api<'SpokenDto'>;

/** Every call of the listening desk. */
@Injectable({ providedIn: 'root' })
export class ListeningApi {
  private readonly http = inject(HttpClient);

  /** Waits while no place is chosen. */
  spoken(place: () => string): HttpResourceRef<Spoken[] | undefined> {
    return httpResource<Spoken[]>(() => place() && `/api/places/${encodeURIComponent(place())}/spoken`);
  }

  rounds(): HttpResourceRef<Api<'RoundSummaryDto'>[] | undefined> {
    return httpResource<Api<'RoundSummaryDto'>[]>(() => '/api/rounds');
  }

  /** 422 spoken.reaches-somebody, spoken.proposal-unknown */
  async record(spoken: Api<'RecordSpokenDto'>): Promise<void> {
    await firstValueFrom(this.http.post('/api/contributions/spoken', spoken));
  }
}
