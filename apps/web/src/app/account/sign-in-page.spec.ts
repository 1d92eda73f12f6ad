import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SignInPage } from './sign-in-page.js';

const session = {
  accessToken: 'token',
  expiresInSeconds: 600,
  me: {
    id: '1',
    displayName: 'Demo officer',
    email: 'officer@demo.example',
    youngMember: false,
    roles: [],
    secondFactor: 'on',
    homePlace: null,
  },
};

describe('SignInPage', () => {
  let http: HttpTestingController;
  const went: string[] = [];

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    went.length = 0;
    TestBed.inject(Router).navigateByUrl = (url) => {
      went.push(String(url));
      return Promise.resolve(true);
    };
  });

  async function show(returnTo?: string) {
    const fixture = TestBed.createComponent(SignInPage);
    if (returnTo) fixture.componentRef.setInput('return', returnTo);
    await settle();
    const page = fixture.nativeElement as HTMLElement;
    return { page, words: () => page.textContent!.replace(/\s+/g, ' ') };
  }
  async function settle() {
    TestBed.tick();
    http
      .match('/api/mailbox/accounts')
      .forEach((request) => request.flush({}, { status: 404, statusText: 'x' }));
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
  function type(page: HTMLElement, id: string, value: string) {
    const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  async function send(page: HTMLElement, answer?: { status: number; body: unknown }) {
    page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await settle();
    if (!answer) return null;
    const call = http.expectOne('/api/identity/sign-in');
    call.flush(answer.body as object, { status: answer.status, statusText: 'answer' });
    await settle();
    return call.request.body as unknown;
  }
  const refused = (status: number, title: string, more: object = {}) => ({
    status,
    body: { type: `urn:commonthread:${title}`, title, status, detail: 'no', ...more },
  });

  it('asks for what is missing without asking the API', async () => {
    const { page, words } = await show();
    await send(page);

    expect(words()).toContain('There is a problem');
    expect(page.querySelector('#email-error')!.textContent).toContain('Enter your e-mail address');
    expect(page.querySelector('#password-error')!.textContent).toContain('Enter your password');
  });

  it('asks for the code only once the API does, then goes where the reader came from', async () => {
    const { page, words } = await show('/office/imports?x=1');
    type(page, 'email', ' officer@demo.example ');
    type(page, 'password', 'three random words');
    expect(page.querySelector('#code')).toBeNull();

    const first = await send(page, refused(401, 'identity.second-factor-required'));
    expect(first).toEqual({ email: 'officer@demo.example', password: 'three random words' });
    expect(words()).not.toContain('There is a problem');

    type(page, 'code', '123 456');
    const second = await send(page, { status: 200, body: session });
    expect(second).toEqual({
      email: 'officer@demo.example',
      password: 'three random words',
      code: '123456',
    });
    expect(went).toEqual(['/office/imports?x=1']);
  });

  it('never leaves the site', async () => {
    const { page } = await show('//evil.example/');
    type(page, 'email', 'a@b.example');
    type(page, 'password', 'three random words');
    await send(page, { status: 200, body: session });

    expect(went).toEqual(['/']);
  });

  it('keeps what was typed and says how long to wait', async () => {
    const { page } = await show();
    type(page, 'email', 'a@b.example');
    type(page, 'password', 'guess');
    await send(page, refused(429, 'identity.too-many-tries', { retryAfterSeconds: 61 }));

    expect(page.querySelector('#email-error')!.textContent).toContain(
      'Too many tries. Wait 2 minutes, then try again.',
    );
    expect(page.querySelector<HTMLInputElement>('#email')!.value).toBe('a@b.example');
  });

  it('shows the password to its owner on request', async () => {
    const { page } = await show();
    const field = page.querySelector<HTMLInputElement>('#password')!;
    expect(field.type).toBe('password');

    page.querySelector<HTMLButtonElement>('[aria-controls=password]')!.click();
    TestBed.tick();
    expect(field.type).toBe('text');
  });
});
