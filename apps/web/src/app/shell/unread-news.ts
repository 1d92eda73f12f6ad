import { HttpClient } from '@angular/common/http';
import { effect, inject, Injectable, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';
import { Session } from './session/session.js';

const KEPT_MS = 30_000;

/** How much has become of what the reader took part in that they have not seen yet. */
@Injectable({ providedIn: 'root' })
export class UnreadNews {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly count = signal(0);
  private askedAt = 0;

  /** 0 while nobody is signed in, and on the server. */
  readonly unread = this.count.asReadonly();

  constructor() {
    effect(() => {
      if (this.session.me()) void this.ask();
      else this.count.set(0);
    });
  }

  /** Asks again if the last answer is older than half a minute. */
  keepFresh(): void {
    if (this.session.me() && Date.now() - this.askedAt > KEPT_MS) void this.ask();
  }

  /** What a page that shows the news knows already. */
  set(unread: number): void {
    this.count.set(unread);
  }

  private async ask(): Promise<void> {
    this.askedAt = Date.now();
    try {
      const answer = this.http.get<Api<'UnreadDto'>>('/api/notices/unread');
      this.count.set((await firstValueFrom(answer)).unread);
    } catch {
      // A number in the header is no reason to bother the reader; the page of news says what is wrong.
    }
  }
}
