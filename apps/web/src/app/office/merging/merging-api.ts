import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

type Maybe<T> = HttpResourceRef<T | undefined>;

/** Calls of the pages that join and split proposals. */
@Injectable({ providedIn: 'root' })
export class MergingApi {
  private readonly http = inject(HttpClient);

  similar(number: () => string): Maybe<Api<'SimilarProposalDto'>[]> {
    return httpResource(() => `/api/proposals/${encodeURIComponent(number())}/similar`);
  }

  suggestions(number: () => string): Maybe<Api<'SuggestionDto'>[]> {
    return httpResource(() => `/api/proposals/${encodeURIComponent(number())}/suggestions`);
  }

  suggest(number: string, merge: Api<'SuggestMergeDto'>): Promise<Api<'SuggestionDto'>> {
    return this.post(`proposals/${encodeURIComponent(number)}/merge`, merge);
  }

  split(number: string, split: Api<'SuggestSplitDto'>): Promise<Api<'SuggestionDto'>> {
    return this.post(`proposals/${encodeURIComponent(number)}/split`, split);
  }

  cancel(id: string, reason: string): Promise<Api<'SuggestionDto'>> {
    return this.post(`proposal-suggestions/${encodeURIComponent(id)}/cancel`, { reason });
  }

  undo(id: string, reason: string): Promise<Api<'SuggestionDto'>> {
    return this.post(`proposal-suggestions/${encodeURIComponent(id)}/undo`, { reason });
  }

  private post<T>(what: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/${what}`, body));
  }
}
