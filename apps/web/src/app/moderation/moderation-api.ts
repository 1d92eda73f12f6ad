import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

type Read<T> = HttpResourceRef<T | undefined>;

/** Every call of the pages on which things are reported, looked up and appealed. */
@Injectable({ providedIn: 'root' })
export class ModerationApi {
  private readonly http = inject(HttpClient);

  /** Only its comments: which one is reported is shown before it is sent. */
  comments(proposal: () => string | undefined): Read<Api<'CommentDto'>[]> {
    return httpResource<Api<'CommentDto'>[]>(() => {
      const number = proposal();
      return number && `/api/proposals/${encodeURIComponent(number)}/comments`;
    });
  }

  proposal(number: () => string | undefined): Read<Api<'ProposalDto'>> {
    return httpResource<Api<'ProposalDto'>>(() => {
      const known = number();
      return known && `/api/proposals/${encodeURIComponent(known)}`;
    });
  }

  log(query: () => Readonly<Record<string, string | number>>): Read<Api<'LogPageDto'>> {
    return httpResource<Api<'LogPageDto'>>(() => ({ url: '/api/moderation/log', params: query() }));
  }

  mine(): Read<Api<'MyCaseDto'>[]> {
    return httpResource<Api<'MyCaseDto'>[]>(() => '/api/moderation/mine');
  }

  /** A sum to solve before a report. */
  challenge(): Promise<Api<'ChallengeDto'>> {
    return firstValueFrom(this.http.get<Api<'ChallengeDto'>>('/api/moderation/report-challenge'));
  }

  /** moderation.post-unknown, moderation.already-reported, moderation.work-*, request.too-many */
  report(report: Api<'SendReportDto'>): Promise<Api<'TicketNumberDto'>> {
    return firstValueFrom(this.http.post<Api<'TicketNumberDto'>>('/api/moderation/reports', report));
  }

  /** moderation.ticket-unknown */
  ticket(ticket: string): Promise<Api<'TicketDto'>> {
    return firstValueFrom(
      this.http.get<Api<'TicketDto'>>(`/api/moderation/tickets/${encodeURIComponent(ticket.trim())}`),
    );
  }

  /** moderation.no-appeal */
  async appeal(number: number, words: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/moderation/mine/${number}/appeal`, { words }));
  }

  /** moderation.no-change-asked */
  async change(number: number, words: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/moderation/mine/${number}/change`, { words }));
  }
}
