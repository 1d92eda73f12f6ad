import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { Component, PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { forSignedIn } from './guards.js';

@Component({ selector: 'ct-office-test', template: 'The office' })
class Office {}
@Component({ selector: 'ct-sign-in-test', template: 'Sign in here' })
class SignIn {}
@Component({ selector: 'ct-not-yours-test', template: 'Not yours' })
class NotYours {}

function setUp(platform = 'browser') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        ...forSignedIn({ path: 'office', component: Office }, 'officer'),
        { path: 'account/sign-in', component: SignIn },
        { path: 'not-yours', component: NotYours },
      ]),
      { provide: PLATFORM_ID, useValue: platform },
    ],
  });
}

async function visit(role: string | null) {
  if (role) localStorage.setItem('ct.signed-in', '1');
  const harness = await RouterTestingHarness.create();
  const arrival = harness.navigateByUrl('/office?tab=counts').catch(() => null);
  await new Promise((resolve) => setTimeout(resolve));
  if (role)
    TestBed.inject(HttpTestingController)
      .expectOne('/api/identity/refresh')
      .flush({ accessToken: 't', expiresInSeconds: 600, me: { roles: [{ role }] } });
  await arrival;
  return harness.routeNativeElement?.textContent?.trim();
}

describe('forSignedIn', () => {
  beforeEach(() => localStorage.clear());

  it('lets holders of the role in', async () => {
    setUp();
    expect(await visit('officer')).toBe('The office');
  });

  it('sends strangers to sign in and remembers where they were going', async () => {
    setUp();
    expect(await visit(null)).toBe('Sign in here');
    expect(TestBed.inject(Router).url).toBe('/account/sign-in?return=%2Foffice%3Ftab%3Dcounts');
  });

  it('tells others that the page is not theirs, at the address they asked for', async () => {
    setUp();
    expect(await visit('resident')).toBe('Not yours');
  });

  it('shows one moment on the server', async () => {
    setUp('server');
    expect(await visit(null)).toContain('One moment');
  });
});
