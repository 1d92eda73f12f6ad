import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom, timeout, type Observable } from 'rxjs';
import { asReader } from '../shell/session/as-reader.js';
import { Session } from '../shell/session/session.js';

export type Round = Api<'RoundDto'>;
export type MyRoll = Api<'MyRollDto'>;

const PATIENCE_MS = 30_000;

/**
 * Every call about who may vote; these carry the session. What is voted goes to the ballot box alone: `protocol/urn.ts`.
 * Call the reads in a field initialiser: they need an injection context.
 */
@Injectable({ providedIn: 'root' })
export class BallotApi {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  round(slug: () => string): HttpResourceRef<Round | undefined> {
    return httpResource<Round>(() => url(slug()));
  }

  /** Asked once it is known who reads, and for them alone. */
  myRoll(slug: () => string): HttpResourceRef<MyRoll | undefined> {
    return httpResource<MyRoll>(() =>
      this.session.me() ? asReader(this.session, { url: `${url(slug())}/roll/me` }) : undefined,
    );
  }

  issuerKeys(slug: string): Promise<Api<'IssuerKeyDto'>[]> {
    return answer(this.http.get<Api<'IssuerKeyDto'>[]>(`${url(slug)}/issuer-keys`));
  }

  /** The proposals behind the projects of the paper. */
  ballotPaper(slug: string): Promise<Api<'BallotPaperDto'>> {
    return answer(this.http.get<Api<'BallotPaperDto'>>(`${url(slug)}/ballot-paper`));
  }

  /** The same request always gets the same bytes, so it may be sent again. */
  pass(slug: string, blinded: string): Promise<Api<'PassDto'>> {
    return answer(this.http.post<Api<'PassDto'>>(`${url(slug)}/pass`, { blinded }));
  }

  claim(slug: string, claim: Api<'AskForRollDto'>): Promise<MyRoll> {
    return answer(this.http.post<MyRoll>(`${url(slug)}/roll/claims`, claim));
  }

  letterCode(slug: string, code: string): Promise<MyRoll> {
    return answer(this.http.post<MyRoll>(`${url(slug)}/roll/code`, { code }));
  }
}

const url = (slug: string): string => `/api/rounds/${encodeURIComponent(slug)}`;

const answer = <T>(call: Observable<T>): Promise<T> => firstValueFrom(call.pipe(timeout(PATIENCE_MS)));
