import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SuggestionPage } from './suggestion-page.js';
import type { Suggestion } from './together-api.js';

const one = (number: number, title: string) => ({
  number,
  title,
  summary: `Summary of ${title}`,
  body: 'All of it.',
  authorLabel: 'Sam',
  placeName: 'Tunstall',
  supports: 2,
  roundSlug: 'parks',
  roundTitle: 'Parks for everyone',
});
const aSuggestion: Suggestion = {
  id: 'a1',
  kind: 'merge',
  proposal: one(4, 'Benches'),
  into: one(7, 'Seats'),
  text: null,
  parts: [],
  partNumbers: [],
  supportersTogether: 3,
  reason: 'They are the same place.',
  byRole: 'officer',
  at: '2026-11-01T09:00:00Z',
  answerBy: '2026-11-29T09:00:00Z',
  state: 'open',
  closedAt: null,
  closedReason: null,
  consent: { agreed: 0, of: 2, gone: 0, goneCountsFrom: '2026-11-15T09:00:00Z' },
  mine: { asked: true, agrees: null, suggested: false },
};

describe('SuggestionPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
  });

  async function show(change: Partial<Suggestion> = {}) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(SuggestionPage);
    fixture.componentRef.setInput('id', 'a1');
    TestBed.tick();
    http.expectOne('/api/proposal-suggestions/a1').flush({ ...aSuggestion, ...change });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = (label: string) =>
      [...page.querySelectorAll('button')].find((b) => b.textContent!.trim() === label)!.click();
    return { http, fixture, page, press, text: () => page.textContent!.replace(/\s+/g, ' ') };
  }

  it('shows both texts, what happens to support and the reason', async () => {
    const { page, text } = await show();
    expect(page.querySelector('h1')!.textContent).toBe('Join proposal 4 with proposal 7?');
    for (const said of [
      'Summary of Benches',
      'Summary of Seats',
      'Together they have 3 supporters',
      'Reason: They are the same place.',
      '0 of 2 authors agreed. All have to, by 29 November 2026.',
    ])
      expect(text()).toContain(said);
  });

  it('sends the answer of an author and says what it means', async () => {
    const { http, fixture, press, text } = await show();
    press('I agree');
    const call = http.expectOne({ method: 'POST', url: '/api/proposal-suggestions/a1/answer' });
    expect(call.request.body).toEqual({ agrees: true });
    call.flush({
      ...aSuggestion,
      consent: { ...aSuggestion.consent, agreed: 1 },
      mine: { asked: true, agrees: true, suggested: false },
    });
    await fixture.whenStable();
    expect(text()).toContain('You agreed');
    expect(text()).toContain('until then you can still say no');
  });

  it('asks nobody else, and nobody once it is over', async () => {
    const other = await show({ mine: { asked: false, agrees: null, suggested: false } });
    expect(other.text()).not.toContain('Your answer');
  });

  it('says when closed accounts count', async () => {
    const { text } = await show({ consent: { ...aSuggestion.consent, gone: 1 } });
    expect(text()).toContain('From 15 November 2026 this counts as consent.');
  });
});
