import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

/** Every call of the account pages; signing in and out is the session's. Each write rejects with HttpErrorResponse. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  /** Places one can live in, in force today. */
  places(): HttpResourceRef<Api<'PlaceSummaryDto'>[] | undefined> {
    return httpResource<Api<'PlaceSummaryDto'>[]>(() => '/api/places');
  }

  /** Accounts to try the site with; 404 where the site is not a demonstration. */
  demoAccounts(): HttpResourceRef<Api<'DemoAccountDto'>[] | undefined> {
    return httpResource<Api<'DemoAccountDto'>[]>(() => '/api/mailbox/accounts');
  }

  async register(details: Api<'RegisterDto'>): Promise<void> {
    await this.post('register', details);
  }

  async confirm(token: string): Promise<void> {
    await this.post('confirm', { token });
  }

  async askForReset(email: string): Promise<void> {
    await this.post('reset-request', { email });
  }

  async reset(token: string, password: string): Promise<void> {
    await this.post('reset', { token, password });
  }

  change(details: Api<'WriteMeDto'>): Promise<Api<'MeDto'>> {
    return firstValueFrom(this.http.patch<Api<'MeDto'>>('/api/identity/me', details));
  }

  startSecondFactor(): Promise<Api<'SecondFactorStartDto'>> {
    return this.post('second-factor/start', {});
  }

  confirmSecondFactor(code: string): Promise<Api<'RecoveryCodesDto'>> {
    return this.post('second-factor/confirm', { code });
  }

  /** What is held of the reader, kind by kind. */
  heldOfMe(): HttpResourceRef<Api<'HeldRecordDto'>[] | undefined> {
    return httpResource<Api<'HeldRecordDto'>[]>(() => '/api/personal-data/mine');
  }

  /** identity.wrong-password, identity.second-factor-required, identity.wrong-code */
  downloadMyData(proof: Api<'ProveItIsYouDto'>): Promise<object> {
    return firstValueFrom(this.http.post<object>('/api/personal-data/download', proof));
  }

  /** The same, and identity.last-administrator. */
  async leave(wishes: Api<'LeaveDto'>): Promise<void> {
    await firstValueFrom(this.http.post('/api/personal-data/leave', wishes));
  }

  private post<T>(what: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/identity/${what}`, body));
  }
}
