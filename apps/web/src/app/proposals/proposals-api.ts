import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import type { FeatureCollection } from 'geojson';
import { firstValueFrom } from 'rxjs';
import { asReader } from '../shell/session/as-reader.js';
import { Session } from '../shell/session/session.js';

type Read<T> = HttpResourceRef<T | undefined>;
export type Proposal = Api<'ProposalDto'>;
export type ProposalReview = Api<'ProposalReviewDto'>;
export type ProposalSummary = Api<'ProposalSummaryDto'>;
export type Similar = Api<'SimilarProposalDto'>;
export type ProposalChange = Api<'WriteProposalDto'>;
/** Query parameters of a list, without empty ones. */
export type ProposalQuery = Readonly<Record<string, string | number>>;

/**
 * Every call the pages of proposals make. Reads are to be called in a field initialiser: they need an injection context,
 * and they ask again once it is known who reads. Writes reject with an HttpErrorResponse.
 */
@Injectable({ providedIn: 'root' })
export class ProposalsApi {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  list(query: () => ProposalQuery): Read<Api<'ProposalPageDto'>> {
    return httpResource<Api<'ProposalPageDto'>>(() =>
      asReader(this.session, { url: '/api/proposals', params: { ...query() } }),
    );
  }

  /** Asks only while the map is wanted. */
  pins(query: () => ProposalQuery | undefined): Read<Api<'ProposalPinDto'>[]> {
    return httpResource<Api<'ProposalPinDto'>[]>(() => {
      const params = query();
      return params && { url: '/api/proposals/map', params: { ...params } };
    });
  }

  proposal(number: () => string): Read<Proposal> {
    return httpResource<Proposal>(() => asReader(this.session, { url: url(number()) }));
  }

  comments(number: () => string): Read<Api<'CommentDto'>[]> {
    return httpResource<Api<'CommentDto'>[]>(() =>
      asReader(this.session, { url: `${url(number())}/comments` }),
    );
  }

  /** What is like a proposal that is public. */
  similar(number: () => string | number): Read<Similar[]> {
    return httpResource<Similar[]>(() => `${url(number())}/similar`);
  }

  /** What is like a text that is being written; waits while there is none. */
  alreadyProposed(query: () => ProposalQuery | undefined): Read<Similar[]> {
    return httpResource<Similar[]>(() => {
      const params = query();
      return params && { url: '/api/proposals/similar', params: { ...params } };
    });
  }

  /** Waits while there is nothing to ask about. */
  delivery(number: () => string | undefined): Read<Api<'DeliveryDto'>> {
    return httpResource<Api<'DeliveryDto'>>(() => {
      const known = number();
      return known && `/api/deliveries/${encodeURIComponent(known)}`;
    });
  }

  rounds(state?: Api<'RoundSummaryDto'>['state']): Read<Api<'RoundSummaryDto'>[]> {
    return httpResource<Api<'RoundSummaryDto'>[]>(() => ({
      url: '/api/rounds',
      params: state ? { state } : {},
    }));
  }

  /** Waits while the slug is not known. */
  round(slug: () => string | undefined): Read<Api<'RoundDto'>> {
    return httpResource<Api<'RoundDto'>>(() => {
      const known = slug();
      return known && `/api/rounds/${encodeURIComponent(known)}`;
    });
  }

  places(): Read<Api<'PlaceSummaryDto'>[]> {
    return httpResource<Api<'PlaceSummaryDto'>[]>(() => '/api/places');
  }

  /** Of a place and those directly below it; waits while the slug is not known. */
  boundaries(place: () => string | undefined): Read<FeatureCollection> {
    return httpResource<FeatureCollection>(() => {
      const slug = place();
      return slug && `/api/places/${encodeURIComponent(slug)}/boundaries`;
    });
  }

  /** Whether postcodes can be found here, by an example of one. */
  knownPostcodes(): Read<Api<'KnownPostcodesDto'>> {
    return httpResource<Api<'KnownPostcodesDto'>>(() => '/api/postcodes');
  }

  /** postcode.malformed, postcode.unknown */
  placeOfPostcode(postcode: string): Promise<Api<'PostcodeDto'>> {
    return firstValueFrom(
      this.http.get<Api<'PostcodeDto'>>(`/api/postcodes/${encodeURIComponent(postcode.trim())}`),
    );
  }

  /** As it is stored now, past any earlier answer. */
  fetch(number: number | string): Promise<Proposal> {
    return firstValueFrom(this.http.get<Proposal>(url(number)));
  }

  /** proposal.round-not-taking-ideas */
  start(body: Api<'StartProposalDto'>): Promise<Proposal> {
    return firstValueFrom(this.http.post<Proposal>('/api/proposals', body));
  }

  /** proposal.changed-elsewhere, proposal.not-editable */
  write(number: number | string, change: ProposalChange): Promise<Proposal> {
    return firstValueFrom(this.http.patch<Proposal>(url(number), change));
  }

  /** proposal.incomplete, with the fields */
  submit(number: number | string): Promise<Proposal> {
    return firstValueFrom(this.http.post<Proposal>(`${url(number)}/submit`, {}));
  }

  withdraw(number: number | string, reason: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`${url(number)}/withdraw`, { reason }));
  }

  /** What came of its review: nothing of what is still being weighed. */
  review(number: () => string): Read<ProposalReview> {
    return httpResource<ProposalReview>(() => asReader(this.session, { url: `${url(number())}/review` }));
  }

  letter(number: () => string): Read<Api<'SentLetterDto'>> {
    return httpResource<Api<'SentLetterDto'>>(() => `${url(number())}/letter`);
  }

  decisionLetter(number: () => string): Read<Api<'SentDecisionLetterDto'>> {
    return httpResource<Api<'SentDecisionLetterDto'>>(() => `${url(number())}/decision-letter`);
  }

  /** appeal.used, appeal.not-open */
  appeal(number: number | string, text: string, textPublic: boolean): Promise<ProposalReview> {
    return firstValueFrom(this.http.post<ProposalReview>(`${url(number)}/appeal`, { text, textPublic }));
  }

  support(number: number | string, on: boolean): Promise<unknown> {
    return this.put(`${url(number)}/support`, on);
  }

  follow(number: number | string, on: boolean): Promise<unknown> {
    return this.put(`${url(number)}/follow`, on);
  }

  comment(number: number | string, text: string): Promise<Api<'CommentDto'>> {
    return firstValueFrom(this.http.post<Api<'CommentDto'>>(`${url(number)}/comments`, { text }));
  }

  withdrawComment(number: number | string, id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${url(number)}/comments/${encodeURIComponent(id)}`));
  }

  private put(what: string, on: boolean): Promise<unknown> {
    return firstValueFrom(on ? this.http.put(what, {}) : this.http.delete(what));
  }
}

function url(number: number | string): string {
  return `/api/proposals/${encodeURIComponent(number)}`;
}
