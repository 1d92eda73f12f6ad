import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Voting = Api<'VotingDto'>;

/** Every call of the page that runs a vote. */
@Injectable({ providedIn: 'root' })
export class ClosingApi {
  private readonly http = inject(HttpClient);

  voting(slug: () => string): HttpResourceRef<Voting | undefined> {
    return httpResource(() => `/api/rounds/${encodeURIComponent(slug())}/voting`);
  }

  /** @param wanted whether there is an export to ask for */
  files(slug: () => string, wanted: () => boolean): HttpResourceRef<Api<'ExportFileDto'>[] | undefined> {
    return httpResource(() => (wanted() ? `/api/rounds/${encodeURIComponent(slug())}/export` : undefined));
  }

  batches(slug: () => string, wanted: () => boolean): HttpResourceRef<Api<'PaperBatchDto'>[] | undefined> {
    return httpResource(() =>
      wanted() ? `/api/rounds/${encodeURIComponent(slug())}/paper-batches` : undefined,
    );
  }

  /** @param wanted whether the vote has begun, for one who may know */
  steps(slug: () => string, wanted: () => boolean): HttpResourceRef<Api<'VotingStepsDto'> | undefined> {
    return httpResource(() =>
      wanted() ? `/api/rounds/${encodeURIComponent(slug())}/voting/steps` : undefined,
    );
  }

  goOn(slug: string): Promise<Voting> {
    return this.post(slug, 'go-on', {});
  }

  /** The first officer asks, the second closes. */
  close(slug: string, reason: string): Promise<Voting> {
    return this.post(slug, 'close', { reason });
  }

  finish(slug: string): Promise<Voting> {
    return this.post(slug, 'finish', {});
  }

  /** With the reader's token: what only scrutineers get is no plain link. */
  file(address: string): Promise<Blob> {
    return firstValueFrom(this.http.get(address, { responseType: 'blob' }));
  }

  private post(slug: string, act: string, body: object): Promise<Voting> {
    return firstValueFrom(
      this.http.post<Voting>(`/api/rounds/${encodeURIComponent(slug)}/voting/${act}`, body),
    );
  }
}
