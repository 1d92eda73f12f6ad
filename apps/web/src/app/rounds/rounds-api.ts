import { httpResource, type HttpResourceRef, type HttpResourceRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import type { FeatureCollection } from 'geojson';
import { asReader } from '../shell/session/as-reader.js';
import { Session } from '../shell/session/session.js';

type Read<T> = HttpResourceRef<T | undefined>;
export type Round = Api<'RoundDto'>;
export type RoundSummary = Api<'RoundSummaryDto'>;

/** Every call the pages of rounds make. Call each in a field initialiser: they need an injection context. */
@Injectable({ providedIn: 'root' })
export class RoundsApi {
  private readonly session = inject(Session);

  /** Officers, once known, see their drafts too. */
  rounds(filter: () => { place?: string; state?: string }): Read<RoundSummary[]> {
    return httpResource<RoundSummary[]>(() =>
      this.asOfficer({ url: '/api/rounds', params: { ...filter() } }),
    );
  }

  round(slug: () => string): Read<Round> {
    return httpResource<Round>(() => this.asOfficer({ url: url(slug()) }));
  }

  /** Waits while there is nothing to ask about. */
  delivery(slug: () => string | undefined): Read<Api<'RoundDeliveryDto'>> {
    return httpResource<Api<'RoundDeliveryDto'>>(() => {
      const known = slug();
      return known && `${url(known)}/delivery`;
    });
  }

  history(slug: () => string): Read<Api<'HistoryEntryDto'>[]> {
    return httpResource<Api<'HistoryEntryDto'>[]>(() => this.asOfficer({ url: `${url(slug())}/history` }));
  }

  /** Officers see it as a draft before it is published. */
  press(slug: () => string): Read<Api<'PressSheetDto'>> {
    return httpResource<Api<'PressSheetDto'>>(() => this.asOfficer({ url: `${url(slug())}/press` }));
  }

  ballotPaper(slug: () => string): Read<Api<'BallotPaperDto'>> {
    return httpResource<Api<'BallotPaperDto'>>(() => `${url(slug())}/ballot-paper`);
  }

  places(): Read<Api<'PlaceSummaryDto'>[]> {
    return httpResource<Api<'PlaceSummaryDto'>[]>(() => '/api/places');
  }

  boundaries(place: () => string | undefined): Read<FeatureCollection> {
    return httpResource<FeatureCollection>(() => {
      const slug = place();
      return slug && `/api/places/${encodeURIComponent(slug)}/boundaries`;
    });
  }

  /** A few of the round's proposals, those with most support first; once it is decided, of those that won. */
  proposals(round: () => Round): Read<Api<'ProposalPageDto'>> {
    return httpResource<Api<'ProposalPageDto'>>(() => {
      const { slug, decisionNumber } = round();
      const won = decisionNumber ? { state: 'funded,in-delivery,delivered,stopped' } : {};
      return { url: '/api/proposals', params: { round: slug, sort: 'most-supported', pageSize: 6, ...won } };
    });
  }

  pins(round: () => string): Read<Api<'ProposalPinDto'>[]> {
    return httpResource<Api<'ProposalPinDto'>[]>(() => ({
      url: '/api/proposals/map',
      params: { round: round() },
    }));
  }

  /** Officers and auditors may see drafts; for everybody else the answer is the same. */
  private asOfficer(request: HttpResourceRequest): HttpResourceRequest {
    return this.session.holds('officer', 'auditor') ? asReader(this.session, request) : request;
  }
}

function url(slug: string): string {
  return `/api/rounds/${encodeURIComponent(slug)}`;
}
