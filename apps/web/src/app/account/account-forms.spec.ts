import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ConfirmPage } from './confirm-page.js';
import { ForgotPage } from './forgot-page.js';
import { RegisterPage } from './register-page.js';
import { ResetPage } from './reset-page.js';
import { SecondFactorSetUp } from './second-factor-set-up.js';

const went: string[] = [];
let http: HttpTestingController;

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

async function settle() {
  TestBed.tick();
  http
    .match('/api/mailbox/accounts')
    .forEach((request) => request.flush(null, { status: 404, statusText: 'x' }));
  http.match('/api/rounds').forEach((request) => request.flush([]));
  http.match('/api/places').forEach((request) =>
    request.flush([
      { slug: 'stoke', name: 'Stoke', kind: 'council' },
      { slug: 'bentilee', name: 'Bentilee', kind: 'ward' },
    ]),
  );
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

async function show(page: Type<unknown>, inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const find = <T extends Element>(selector: string) => element.querySelector<T>(selector)!;
  return {
    find,
    words: () => element.textContent!.replace(/\s+/g, ' '),
    type: (id: string, value: string) => {
      const field = find<HTMLInputElement>(`#${id}`);
      field.value = value;
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    },
    press: async (selector = 'button[type=submit]') => {
      find<HTMLButtonElement>(selector).click();
      await settle();
    },
  };
}

async function answer(url: string, body: unknown, status = 204) {
  const call = http.expectOne(url);
  call.flush(body as object | null, { status, statusText: 'answer' });
  await settle();
  return call.request.body as unknown;
}
const problem = (title: string, errors?: unknown) => ({
  type: `urn:commonthread:${title}`,
  title,
  status: 422,
  detail: 'No.',
  errors,
});

describe('RegisterPage', () => {
  it('sends what was entered and says the same whoever asks', async () => {
    const page = await show(RegisterPage);
    page.type('email', 'ada@example.org');
    page.type('display-name', 'Ada');
    page.type('password', 'three random words');
    page.type('date-of-birth', '27');
    page.type('date-of-birth-month', '3');
    page.type('date-of-birth-year', '1987');
    page.type('home-place', 'bentilee');
    await page.press();

    const body = await answer('/api/identity/register', null, 202);
    expect(body).toEqual({
      email: 'ada@example.org',
      displayName: 'Ada',
      password: 'three random words',
      dateOfBirth: '1987-03-27',
      homePlaceSlug: 'bentilee',
    });
    expect(went).toEqual(['/account/check-your-mail?for=confirm']);
  });

  it('names every refused field beside it and keeps what was typed', async () => {
    const page = await show(RegisterPage);
    page.type('email', 'ada@example.org');
    page.type('display-name', 'Moderator');
    page.type('password', 'password12');
    page.type('date-of-birth', '27');
    page.type('date-of-birth-month', '3');
    page.type('date-of-birth-year', '1987');
    await page.press();
    await answer(
      '/api/identity/register',
      problem('identity.unfit-details', [
        { field: 'displayName', code: 'identity.display-name-reserved', message: 'Choose another name.' },
        { field: 'password', code: 'identity.password-common', message: 'This password is easy to guess.' },
      ]),
      422,
    );

    expect(page.find('#display-name-error').textContent).toContain('Choose another name.');
    expect(page.find('#password-error').textContent).toContain('easy to guess');
    expect(page.find<HTMLInputElement>('#display-name').value).toBe('Moderator');
    expect(went).toEqual([]);
  });
});

describe('ConfirmPage', () => {
  it('confirms on a press, not by being opened', async () => {
    const page = await show(ConfirmPage, { token: 'secret' });
    http.expectNone('/api/identity/confirm');
    await page.press('#confirm');

    expect(await answer('/api/identity/confirm', null)).toEqual({ token: 'secret' });
    expect(page.words()).toContain('Your e-mail address is confirmed');
  });

  it('says what to do with a link that is spent', async () => {
    const page = await show(ConfirmPage, { token: 'old' });
    await page.press('#confirm');
    await answer('/api/identity/confirm', problem('identity.link-spent'), 422);

    expect(page.words()).toContain('This link was used already, has run out');
    expect(page.find<HTMLAnchorElement>('#again').getAttribute('href')).toBe('/account/register');
  });
});

describe('ForgotPage', () => {
  it('goes to the same page for known and unknown addresses', async () => {
    const page = await show(ForgotPage);
    page.type('email', 'nobody@example.org');
    await page.press();
    await answer('/api/identity/reset-request', null, 202);

    expect(went).toEqual(['/account/check-your-mail?for=reset']);
  });
});

describe('ResetPage', () => {
  it('changes the password with the token of the link', async () => {
    const page = await show(ResetPage, { token: 'secret' });
    page.type('password', 'three other words');
    await page.press();

    expect(await answer('/api/identity/reset', null)).toEqual({
      token: 'secret',
      password: 'three other words',
    });
    expect(page.words()).toContain('Your password is changed');
  });
});

describe('SecondFactorSetUp', () => {
  it('shows picture and key, takes the code, and shows the recovery codes once', async () => {
    const page = await show(SecondFactorSetUp, { state: 'needed' });
    await page.press('#start-factor');
    await answer(
      '/api/identity/second-factor/start',
      { secret: 'ABCDEFGH', uri: 'otpauth://totp/x', qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      200,
    );
    expect(page.words()).toContain('ABCD EFGH');
    expect(page.find<HTMLImageElement>('img').src).toMatch(/^data:image\/svg\+xml/);

    page.type('factor-code', '123 456');
    await page.press();
    const session = { accessToken: 'new', expiresInSeconds: 600, me: { displayName: 'A', roles: [] } };
    const sent = await answer('/api/identity/second-factor/confirm', { codes: ['one-two'], session }, 200);
    expect(sent).toEqual({ code: '123456' });
    expect(page.words()).toContain('one-two');

    await page.press('ct-recovery-codes > button');
    expect(page.words()).not.toContain('one-two');
  });
});
