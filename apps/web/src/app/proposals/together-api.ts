import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';
import { asReader } from '../shell/session/as-reader.js';
import { Session } from '../shell/session/session.js';

type Read<T> = HttpResourceRef<T | undefined>;
export type Suggestion = Api<'SuggestionDto'>;

/** Calls about what several people write and decide together. As in {@link ProposalsApi}, writes reject. */
@Injectable({ providedIn: 'root' })
export class TogetherApi {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  suggestionsOf(number: () => number): Read<Suggestion[]> {
    return httpResource<Suggestion[]>(() =>
      asReader(this.session, { url: `/api/proposals/${number()}/suggestions` }),
    );
  }

  suggestion(id: () => string): Read<Suggestion> {
    return httpResource<Suggestion>(() =>
      asReader(this.session, { url: `/api/proposal-suggestions/${encodeURIComponent(id())}` }),
    );
  }

  /** What the reader has yet to answer. */
  waiting(): Read<Suggestion[]> {
    return httpResource<Suggestion[]>(() => '/api/proposal-suggestions/mine');
  }

  authors(number: () => number): Read<Api<'ProposalAuthorsDto'>> {
    return httpResource<Api<'ProposalAuthorsDto'>>(() => `/api/proposals/${number()}/authors`);
  }

  answer(id: string, agrees: boolean): Promise<Suggestion> {
    return this.post(`proposal-suggestions/${encodeURIComponent(id)}/answer`, { agrees });
  }

  invite(number: number): Promise<Api<'AuthorInvitationDto'>> {
    return this.post(`proposals/${number}/author-invitations`, {});
  }

  /** What a link leads to. The token travels in the body: addresses are logged. */
  invitation(token: string): Promise<Api<'InvitedToDto'>> {
    return this.post('author-invitations/read', { token });
  }

  accept(token: string): Promise<Api<'InvitedToDto'>> {
    return this.post('author-invitations/accept', { token });
  }

  leave(number: number): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/proposals/${number}/authors/me`));
  }

  /** Takes back the wish to withdraw it. */
  keep(number: number): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/proposals/${number}/withdraw`));
  }

  private post<T>(what: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/${what}`, body));
  }
}
