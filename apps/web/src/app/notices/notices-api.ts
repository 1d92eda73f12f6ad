import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Notice = Api<'NoticeDto'>;
export type Pace = Api<'NoticeSettingsDto'>['pace'];

/** Every call the pages of notices make. Each write rejects with HttpErrorResponse. */
@Injectable({ providedIn: 'root' })
export class NoticesApi {
  private readonly http = inject(HttpClient);

  newest(): HttpResourceRef<Api<'NoticesDto'> | undefined> {
    return httpResource<Api<'NoticesDto'>>(() => '/api/notices');
  }

  older(before: string): Promise<Api<'NoticesDto'>> {
    return firstValueFrom(this.http.get<Api<'NoticesDto'>>('/api/notices', { params: { before } }));
  }

  async markRead(upTo: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/notices/read', { upTo }));
  }

  settings(): HttpResourceRef<Api<'NoticeSettingsDto'> | undefined> {
    return httpResource<Api<'NoticeSettingsDto'>>(() => '/api/notices/settings');
  }

  async setPace(pace: Pace): Promise<void> {
    await firstValueFrom(this.http.put('/api/notices/settings', { pace }));
  }

  /** 404 notices.link-unknown */
  async unsubscribe(token: string): Promise<void> {
    const url = '/api/notices/unsubscribe';
    await firstValueFrom(this.http.post(url, null, { params: { token }, responseType: 'text' }));
  }
}
