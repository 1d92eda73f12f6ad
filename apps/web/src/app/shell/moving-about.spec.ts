import { Component, effect, inject, LOCALE_ID } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, Router, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { App } from '../app.js';
import { PageFocus } from './page-focus.js';
import { PageHead } from './page-head.js';

@Component({ selector: 'ct-rounds-test', template: `<h1>Rounds</h1>` })
class RoundsPage {}
@Component({ selector: 'ct-round-test', template: `<h1>One round</h1>` })
class RoundPage {
  constructor() {
    const head = inject(PageHead);
    effect(() => head.name('Safer, greener Hanley', 'What it is about.'));
  }
}

describe('moving about the site', () => {
  beforeEach(() => {
    document.body.replaceChildren();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'rounds', title: 'Rounds', data: { description: 'All rounds.' }, component: RoundsPage },
            { path: 'rounds/:slug', component: RoundPage },
          ],
          withComponentInputBinding(),
        ),
        { provide: TitleStrategy, useExisting: PageHead },
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    TestBed.inject(PageFocus).follow();
  });

  async function open() {
    const fixture = TestBed.createComponent(App);
    document.body.append(fixture.nativeElement as HTMLElement);
    await TestBed.inject(Router).navigateByUrl('/rounds');
    await fixture.whenStable();
    return {
      fixture,
      page: fixture.nativeElement as HTMLElement,
      go: async (url: string) => {
        await TestBed.inject(Router).navigateByUrl(url);
        await fixture.whenStable();
      },
    };
  }
  const description = () => document.querySelector('meta[name=description]')!.getAttribute('content');

  it('leaves focus alone on the first page, moves it to the heading of the next, and not for a filter', async () => {
    const { go, page } = await open();
    expect(document.activeElement).toBe(document.body);

    await go('/rounds/hanley');
    expect(document.activeElement).toBe(page.querySelector('h1'));

    (document.activeElement as HTMLElement).blur();
    await go('/rounds/hanley?page=2');
    expect(document.activeElement).toBe(document.body);
  });

  it('names each page for tabs and for search engines', async () => {
    const { go } = await open();
    expect(TestBed.inject(Title).getTitle()).toBe('Rounds – Common Thread, Stoke-on-Trent');
    expect(description()).toBe('All rounds.');

    await go('/rounds/hanley');
    const named = 'Safer, greener Hanley – Common Thread, Stoke-on-Trent';
    expect(TestBed.inject(Title).getTitle()).toBe(named);
    expect(description()).toBe('What it is about.');

    await go('/rounds/hanley?page=2');
    expect(TestBed.inject(Title).getTitle()).toBe(named);
  });

  it('says in the header which part of the site this is, and brings signing in back here', async () => {
    const { page } = await open();
    const current = [...page.querySelectorAll('[aria-current=page]')].map((link) => link.textContent.trim());

    expect(new Set(current)).toEqual(new Set(['Rounds']));
    expect(page.querySelector('a[href^="/account/sign-in"]')!.getAttribute('href')).toBe(
      '/account/sign-in?return=%2Frounds',
    );
  });

  it('has a menu that needs no script, with the same parts', async () => {
    const { page } = await open();
    const [wide, narrow] = ['.ct-nav--wide', 'details'].map((nav) =>
      [...page.querySelector(nav)!.querySelectorAll('a')].map((link) => link.textContent.trim()),
    );

    expect(narrow).toEqual(wide);
    expect(wide).toEqual(['Rounds', 'Proposals', 'Decisions', 'Places', 'Indicators', 'Sign in']);
  });
});
