import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Outcome = Api<'OutcomeDto'>;

/** Every call of the page that publishes an outcome. Each write rejects with HttpErrorResponse. */
@Injectable({ providedIn: 'root' })
export class PublishingApi {
  private readonly http = inject(HttpClient);

  outcome(slug: () => string): HttpResourceRef<Outcome | undefined> {
    return httpResource<Outcome>(() => address(slug()));
  }

  /** @param digest of what the officer was shown */
  propose(slug: string, digest: string): Promise<Outcome> {
    return firstValueFrom(this.http.post<Outcome>(`${address(slug)}/propose`, { digest }));
  }

  withdraw(slug: string): Promise<Outcome> {
    return firstValueFrom(this.http.post<Outcome>(`${address(slug)}/withdraw`, {}));
  }

  confirm(slug: string, digest: string): Promise<Outcome> {
    return firstValueFrom(this.http.post<Outcome>(`${address(slug)}/confirm`, { digest }));
  }
}

const address = (slug: string): string => `/api/rounds/${encodeURIComponent(slug)}/outcome`;
