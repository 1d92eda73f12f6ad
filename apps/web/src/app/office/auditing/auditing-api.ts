import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

/** Every call of the auditors' pages: they only read. */
@Injectable({ providedIn: 'root' })
export class AuditingApi {
  private readonly http = inject(HttpClient);

  events(
    query: () => Readonly<Record<string, string | number>>,
  ): HttpResourceRef<Api<'AuditPageDto'> | undefined> {
    return httpResource(() => ({ url: '/api/audit/events', params: query() }));
  }

  retention(): HttpResourceRef<Api<'RetentionDto'>[] | undefined> {
    return httpResource(() => '/api/personal-data/retention');
  }

  /** Recomputes every hash of the log, now. */
  chain(): Promise<Api<'ChainReportDto'>> {
    return firstValueFrom(this.http.get<Api<'ChainReportDto'>>('/api/audit/chain'));
  }
}
