import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

type Maybe<T> = HttpResourceRef<T | undefined>;

/** Every call of the moderators' pages. */
@Injectable({ providedIn: 'root' })
export class ModeratingApi {
  private readonly http = inject(HttpClient);

  queue(): Maybe<Api<'CaseInQueueDto'>[]> {
    return httpResource(() => '/api/moderation/cases');
  }

  case(number: () => string): Maybe<Api<'CaseDto'>> {
    return httpResource(() => `/api/moderation/cases/${encodeURIComponent(number())}`);
  }

  decide(number: number, decision: Api<'DecideCaseDto'>): Promise<Api<'CaseDto'>> {
    return firstValueFrom(this.http.post<Api<'CaseDto'>>(`/api/moderation/cases/${number}/decide`, decision));
  }

  answerAppeal(number: number, answer: Api<'AnswerAppealDto'>): Promise<Api<'CaseDto'>> {
    return firstValueFrom(
      this.http.post<Api<'CaseDto'>>(`/api/moderation/cases/${number}/answer-appeal`, answer),
    );
  }
}
