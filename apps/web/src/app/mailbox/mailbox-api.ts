import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

/** Every call of the demonstration mailbox. All answer 404 where the site is not a demonstration. */
@Injectable({ providedIn: 'root' })
export class MailboxApi {
  private readonly http = inject(HttpClient);

  /** @param to an address, or empty for everybody */
  mails(to: () => string | undefined): HttpResourceRef<Api<'MailDto'>[] | undefined> {
    return httpResource<Api<'MailDto'>[]>(() => {
      const address = to();
      return address ? `/api/mailbox?to=${encodeURIComponent(address)}` : '/api/mailbox';
    });
  }

  accounts(): HttpResourceRef<Api<'DemoAccountDto'>[] | undefined> {
    return httpResource<Api<'DemoAccountDto'>[]>(() => '/api/mailbox/accounts');
  }

  codes(): HttpResourceRef<Api<'DemoCodeDto'>[] | undefined> {
    return httpResource<Api<'DemoCodeDto'>[]>(() => '/api/mailbox/codes');
  }

  /** The code an account would enter now; null when it uses none. @throws HttpErrorResponse */
  async codeOf(email: string): Promise<string | null> {
    const codes = await firstValueFrom(this.http.get<Api<'DemoCodeDto'>[]>('/api/mailbox/codes'));
    return codes.find((row) => row.email === email)?.code ?? null;
  }
}
