import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { Session } from './session.js';
import { withSession } from './with-session.js';

const me = { id: '1', displayName: 'A resident', roles: [{ role: 'officer' }] };
const sessionWith = (accessToken: string) => ({ accessToken, expiresInSeconds: 600, me });

function setUp(platform = 'browser') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([withSession])),
      provideHttpClientTesting(),
      { provide: PLATFORM_ID, useValue: platform },
    ],
  });
  return {
    session: TestBed.inject(Session),
    http: TestBed.inject(HttpClient),
    api: TestBed.inject(HttpTestingController),
  };
}

/** Lets promises that wait for an answer go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

async function signedIn() {
  const parts = setUp();
  const done = parts.session.signIn({ email: 'a@example.org', password: 'p' });
  parts.api.expectOne('/api/identity/sign-in').flush(sessionWith('first'));
  await done;
  return parts;
}

describe('Session', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('asks nothing for a stranger', async () => {
    const { session } = setUp();
    await session.ready();

    expect(session.me()).toBeNull();
    expect(session.known()).toBe(true);
  });

  it('is brought back by the cookie on a device where somebody signed in', async () => {
    localStorage.setItem('ct.signed-in', '1');
    const { session, api } = setUp();
    const ready = session.ready();
    api.expectOne({ method: 'POST', url: '/api/identity/refresh' }).flush(sessionWith('fresh'));
    await ready;

    expect(session.me()?.displayName).toBe('A resident');
    expect(session.holds('officer')).toBe(true);
    expect(session.holds('auditor')).toBe(false);
  });

  it('asks nothing on the server, whatever it knows', async () => {
    localStorage.setItem('ct.signed-in', '1');
    const { session } = setUp('server');
    await session.ready();

    expect(session.known()).toBe(false);
  });

  it('forgets when the cookie is no longer good', async () => {
    localStorage.setItem('ct.signed-in', '1');
    const { session, api } = setUp();
    const ready = session.ready();
    api.expectOne('/api/identity/refresh').flush(null, { status: 401, statusText: 'Unauthorized' });
    await ready;

    expect(session.me()).toBeNull();
    expect(localStorage.getItem('ct.signed-in')).toBeNull();
  });

  it('keeps the token out of storage', async () => {
    await signedIn();

    expect(JSON.stringify({ ...localStorage })).not.toContain('first');
  });

  it('forgets on signing out even when the API cannot be reached', async () => {
    const { session, api } = await signedIn();
    const out = session.signOut();
    api.expectOne('/api/identity/sign-out').error(new ProgressEvent('offline'));
    await expect(out).rejects.toMatchObject({ status: 0 });

    expect(session.me()).toBeNull();
  });
});

describe('withSession', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('gives the token to the API and to nobody else', async () => {
    const { http, api } = await signedIn();
    void firstValueFrom(http.get('/api/rounds'));
    void firstValueFrom(http.get('https://elsewhere.example/api/rounds'));

    expect(api.expectOne('/api/rounds').request.headers.get('authorization')).toBe('Bearer first');
    expect(api.expectOne('https://elsewhere.example/api/rounds').request.headers.has('authorization')).toBe(
      false,
    );
  });

  it('tries once more with a new token when the old one has run out, asking for one only once', async () => {
    const { http, api } = await signedIn();
    const answers = Promise.all([firstValueFrom(http.get('/api/a')), firstValueFrom(http.get('/api/b'))]);
    const expired = { status: 401, statusText: 'Unauthorized' };
    api.expectOne('/api/a').flush(null, expired);
    api.expectOne('/api/b').flush(null, expired);
    api.expectOne('/api/identity/refresh').flush(sessionWith('second'));
    await settle();
    for (const url of ['/api/a', '/api/b']) {
      const again = api.expectOne(url);
      expect(again.request.headers.get('authorization')).toBe('Bearer second');
      again.flush('yes');
    }

    expect(await answers).toEqual(['yes', 'yes']);
  });

  it('hands on the refusal when no new token is to be had', async () => {
    const { http, api } = await signedIn();
    const answer = firstValueFrom(http.get('/api/a'));
    const expired = { status: 401, statusText: 'Unauthorized' };
    api.expectOne('/api/a').flush(null, expired);
    api.expectOne('/api/identity/refresh').flush(null, expired);

    await expect(answer).rejects.toMatchObject({ status: 401 });
  });
});
