import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';
import type { Encoding } from '../confirm-encoding.js';

export type Claim = Api<'RollClaimDto'>;
export type Found = Api<'FoundElectorDto'>;
export type Reissue = Api<'ReissueDto'>;
export type Upload = Api<'RollUploadDto'>;
export type Doubtful = Api<'DoubtfulPostcodeDto'>;
export type KeptUpload = Api<'KeptUploadDto'>;
export type Withdrawal = Api<'WithdrawalDto'>;
type Sought = Api<'FindElectorDto'>;
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

  /**
   * @param rehearse store nothing, say what would be stored
   * @param rulings what the officer says of doubtful postcodes
   * @param encoding how the file is written, as the officer confirmed it
   */
  upload(
    slug: string,
    file: File,
    rehearse: boolean,
    rulings: ReadonlyMap<string, Doubtful['ruling']>,
    encoding: Encoding | null,
  ): Promise<Upload> {
    const form = new FormData();
    const ruled = [...rulings].map(([postcode, treat]) => ({ postcode, treat }));
    if (ruled.length > 0) form.set('rulings', JSON.stringify(ruled));
    form.set('file', file, file.name);
    const params = { rehearse: String(rehearse), ...(encoding ? { encoding } : {}) };
    return firstValueFrom(this.http.post<Upload>(at(slug, 'roll/upload'), form, { params }));
  }

  uploads(slug: () => string): Maybe<KeptUpload[]> {
    return httpResource(() => at(slug(), 'roll/uploads'));
  }

  withdrawals(slug: () => string): Maybe<Withdrawal[]> {
    return httpResource(() => at(slug(), 'roll/withdrawals'));
  }

  undoUpload(slug: string, upload: string, reason: string): Promise<Withdrawal[]> {
    return this.post(slug, `uploads/${upload}/undo`, { reason });
  }

  remove(slug: string, elector: string, sought: Sought, reason: string): Promise<Withdrawal[]> {
    return this.post(slug, 'withdrawals', { ...sought, elector, reason });
  }

  answerWithdrawal(slug: string, id: string, answer: 'confirm' | 'drop'): Promise<Withdrawal[]> {
    return this.post(slug, `withdrawals/${id}/${answer}`, {});
  }

  decide(slug: string, claim: string, decision: Api<'DecideClaimDto'>): Promise<void> {
    return this.post(slug, `claims/${claim}/decide`, decision);
  }

  letter(slug: string, claim: string): Promise<Api<'LetterDto'>> {
    return this.post(slug, `claims/${claim}/letter`, {});
  }

  find(slug: string, sought: Sought): Promise<Found[]> {
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
