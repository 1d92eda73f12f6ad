import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RoundPage } from './round-page.js';
import type { Round } from './rounds-api.js';
import { aRound } from './test-round.js';

const NOTHING_BUILT = { projects: 0, states: [], slipped: 0, currency: 'GBP', money: {} };

describe('RoundPage', () => {
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
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  async function show(round: Partial<Round>) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(RoundPage);
    fixture.componentRef.setInput('slug', 'parks');
    TestBed.tick();
    http.expectOne('/api/rounds/parks').flush({ ...aRound, ...round });
    http
      .expectOne('/api/rounds/parks/history')
      .flush([{ at: '2026-10-01T09:00:00Z', what: 'Opened', reason: null, by: 'An officer' }]);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    http
      .expectOne(
        ({ url, params }) => url === '/api/proposals' && params.has('state') === 'decisionNumber' in round,
      )
      .flush({ items: [], total: 0, page: 1, pageSize: 6, categories: [], states: [] });
    http.expectOne('/api/proposals/map?round=parks').flush([]);
    http.match('/api/rounds/parks/delivery').forEach((call) => call.flush(NOTHING_BUILT));
    http.match('/api/places/stoke-on-trent/boundaries').forEach((call) => call.flush(null));
    http.match('/api/rounds/parks/paper-record').forEach((call) => call.flush({ batches: [], sample: null }));
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, text: page.textContent!.replace(/\s+/g, ' '), action: page.querySelector('.ct-now a')! };
  }

  it('leads onto the list of voters while it is open', async () => {
    const { page, text } = await show({ state: 'ideas', rollClosesAt: '2026-12-01T00:00:00Z' });
    expect(page.querySelector('.ct-now a[href="/rounds/parks/vote"]')?.textContent).toContain(
      'Join the list',
    );
    expect(text).toContain(
      'until the end of 30 November 2026, to vote in this round (people aged 16 or over)',
    );
  });

  it('says in the phase for ideas until when, and leads to putting one forward', async () => {
    const { page, text, action } = await show({ state: 'ideas', nextChangeAt: '2026-12-07T00:00:00Z' });

    expect(page.querySelector('h1')!.textContent).toBe('Parks for everyone');
    expect(TestBed.inject(Title).getTitle()).toContain('Parks for everyone');
    expect(text).toContain('Open for ideas until the end of 6 December 2026.');
    expect(action.textContent).toBe('Put forward an idea');
    expect(action.getAttribute('href')).toBe('/proposals/new?round=parks');
  });

  it('leads to the ballot while voting is open', async () => {
    const { text, action } = await show({ state: 'voting', paperSha256: 'ab'.repeat(32) });

    expect(action.textContent).toBe('Vote');
    expect(action.getAttribute('href')).toBe('/rounds/parks/vote');
    expect(text).toContain('Two officers sign the count');
  });

  it('leads to the decision once there is one, and to the result', async () => {
    const moneyLeft = '£5 of £40 is left because nobody voted for a project that would fit; it stays.';
    const decided = { state: 'decided', decisionNumber: 'D-7', publishedCountId: 'c1', moneyLeft } as const;
    const { page, text, action } = await show(decided);

    expect(action.getAttribute('href')).toBe('/decisions/D-7');
    expect(page.querySelector('a[href="/rounds/parks/results"]')).not.toBeNull();
    expect(text).toContain(`The money: ${moneyLeft}`);
  });

  it('gives the reason of a cancelled round and the way to the others', async () => {
    const { text, action } = await show({
      state: 'cancelled',
      cancelledReason: 'The money was needed elsewhere.',
    });

    expect(text).toContain('Why: The money was needed elsewhere.');
    expect(action.getAttribute('href')).toBe('/rounds');
  });

  it('names who may vote, how a paper is marked and by which rule it is counted', async () => {
    const { text } = await show({});

    expect(text).toContain(
      'People aged 16 or over who live, work or study in Stoke-on-Trent and are on the list of voters.',
    );
    expect(text).toContain('You tick the projects you are for: up to 5 projects.');
    expect(text).toContain('Most votes first. Projects are ordered by votes.');
    expect(text).toContain('Together£40,000');
    expect(text).toContain('Opened (An officer)');
  });

  it('says where an imported election comes from and what was odd in its file', async () => {
    const { text } = await show({
      state: 'decided',
      imported: true,
      importedFrom: {
        fileName: 'city.pb',
        sha256: 'cd'.repeat(32),
        meta: [{ key: 'country', value: 'Poland' }],
        warnings: ['Line 12: a vote names nothing'],
      },
    });

    expect(text).toContain('This election was held elsewhere.');
    expect(text).toContain('city.pb');
    expect(text).toContain('Line 12: a vote names nothing');
    expect(text).not.toContain('Who may vote');
  });
});
