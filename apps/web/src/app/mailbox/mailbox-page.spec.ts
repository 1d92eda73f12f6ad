import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MailboxPage } from './mailbox-page.js';

const link = 'http://localhost:4200/account/confirm?token=abc';

describe('MailboxPage', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
  });

  async function settle() {
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
  async function show() {
    const fixture = TestBed.createComponent(MailboxPage);
    await settle();
    http.expectOne('/api/mailbox').flush([
      {
        id: '1',
        to: 'ada@example.org',
        subject: 'Confirm your e-mail address',
        text: `Open this page:\n\n${link}\n\nIf it was not you, do nothing.\n`,
        sentAt: '2026-11-22T21:30:00Z',
        links: [link],
      },
    ]);
    await settle();
    http
      .expectOne('/api/mailbox/accounts')
      .flush([{ email: 'officer@demo.example', displayName: 'Demo officer', roles: [], password: 'pass' }]);
    http
      .expectOne('/api/mailbox/codes')
      .flush([{ email: 'officer@demo.example', code: '123456', secondsLeft: 12 }]);
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  it('shows mails with links that open, accounts and codes, plainly as a demonstration', async () => {
    const page = await show();

    expect(page.textContent).toContain('A real site has none of this.');
    expect(page.querySelector<HTMLAnchorElement>('ct-mail-text a')!.href).toBe(link);
    expect(page.textContent).toContain('If it was not you, do nothing.');
    expect(page.querySelector('ct-demo-codes')!.textContent).toContain('123456');
  });

  it('signs in as an account with the code of the moment', async () => {
    const page = await show();
    const went: string[] = [];
    TestBed.inject(Router).navigateByUrl = (url) => {
      went.push(String(url));
      return Promise.resolve(true);
    };
    page.querySelector<HTMLButtonElement>('.ct-mailbox__enter')!.click();
    await settle();
    http
      .expectOne('/api/mailbox/codes')
      .flush([{ email: 'officer@demo.example', code: '654321', secondsLeft: 9 }]);
    await settle();
    const call = http.expectOne('/api/identity/sign-in');
    expect(call.request.body).toEqual({ email: 'officer@demo.example', password: 'pass', code: '654321' });
    call.flush({ accessToken: 't', expiresInSeconds: 600, me: { roles: [{ role: 'officer' }] } });
    await settle();

    expect(went).toEqual(['/office']);
  });
});
