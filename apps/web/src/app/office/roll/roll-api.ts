import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Claim = Api<'RollClaimDto'>;
export type Found = Api<'FoundElectorDto'>;
export type Reissue = Api<'ReissueDto'>;
export type Upload = Api<'RollUploadDto'>;
type Maybe<T> = HttpResourceRef<T | undefined>;

const at = (slug: string, rest: string): string => `/api/rounds/${encodeURIComponent(slug)}/${rest}`;

/** Every call about the list of voters. Nothing here lists people: it is searched with what somebody says of themselves. */
@Injectable({ providedIn: 'root' })
export class RollApi {
  private readonly http = inject(HttpClient);

  roll(slug: () => string): Maybe<Api<'RollDto'>> {
    return httpResource(() => at(slug(), 'roll'));
  }

  turnout(slug: () => string): Maybe<Api<'TurnoutDto'>> {
    return httpResource(() => at(slug(), 'turnout'));
  }

  claims(slug: () => string, page: () => number): Maybe<Api<'RollClaimPageDto'>> {
    return httpResource(() => ({ url: at(slug(), 'roll/claims'), params: { page: page(), pageSize: 20 } }));
  }

  reissues(slug: () => string, wanted: () => boolean): Maybe<Reissue[]> {
    return httpResource(() => (wanted() ? at(slug(), 'roll/reissues') : undefined));
  }

  /** @param rehearse store nothing, say what would be stored */
  upload(slug: string, file: File, rehearse: boolean): Promise<Upload> {
    const form = new FormData();
    form.set('file', file, file.name);
    return firstValueFrom(
      this.http.post<Upload>(at(slug, 'roll/upload'), form, { params: { rehearse: String(rehearse) } }),
    );
  }

  decide(slug: string, claim: string, decision: Api<'DecideClaimDto'>): Promise<void> {
    return this.post(slug, `claims/${claim}/decide`, decision);
  }

  letter(slug: string, claim: string): Promise<Api<'LetterDto'>> {
    return this.post(slug, `claims/${claim}/letter`, {});
  }

  find(slug: string, sought: Api<'FindElectorDto'>): Promise<Found[]> {
    return this.post(slug, 'search', sought);
  }

  /** Marks the elector; only then may a sheet be handed out. */
  handOut(slug: string, elector: string): Promise<void> {
    return this.post(slug, 'paper', { elector });
  }

  askReissue(slug: string, elector: string, reason: string): Promise<Reissue[]> {
    return this.post(slug, 'reissues', { elector, reason });
  }

  confirmReissue(slug: string, reissue: string): Promise<Reissue[]> {
    return this.post(slug, `reissues/${reissue}/confirm`, {});
  }

  private post<T>(slug: string, what: string, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(at(slug, `roll/${what}`), body));
  }
}
