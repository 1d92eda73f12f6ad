import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { NoticeboardPage } from './noticeboard-page.js';
import { OpenContributionsPage } from './open-contributions-page.js';
import { PlaceSaidPage } from './place-said-page.js';
import { RoundSaidPage } from './round-said-page.js';

const place = { slug: 'hanley', name: 'Hanley', kind: 'ward' };
const round = {
  roundSlug: 'north',
  roundTitle: 'Northern fund',
  asked: 'What should be built?',
  place,
  state: 'decided',
  askedFrom: '2026-01-10T00:00:00Z',
  votingClosesAt: '2026-05-01T00:00:00Z',
  budgetPence: 9_000_000,
  currency: 'GBP',
  invented: false,
  cancelledReason: null,
  said: { proposals: 3, supports: 1, comments: 0, ballots: 1_200 },
  did: {
    decisionNumber: 'D-4',
    title: 'What is built',
    summary: 'Two of three.',
    publishedAt: '2026-06-01T00:00:00Z',
  },
  standings: [{ standing: 'funded', proposals: 2, costPence: 70_000_00 }],
  projects: [
    { number: 7, title: 'A bench', standing: 'funded', costPence: 300_000, reason: 'Funded in place 1.' },
  ],
  aims: [
    {
      id: 'a',
      direction: 'up',
      sizePoints: 4,
      indicator: { code: '2.2', name: 'Takes part' },
      baseline: null,
      verdict: { grade: 0, sentence: 'Not measured yet: the reading is due on 30 November 2027.' },
    },
  ],
  unanswered: 2,
};

describe('pages of what was asked, said and done', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  async function shown(page: Type<unknown>, slug: string | null, url: string, body: object) {
    const fixture = TestBed.createComponent(page);
    if (slug) fixture.componentRef.setInput('slug', slug);
    TestBed.tick();
    http.expectOne(url).flush(body);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    return { element, words: element.textContent.replace(/\s+/g, ' ') };
  }

  it('tells a round in four parts, with numbers, reasons and the verdict', async () => {
    const { words, element } = await shown(RoundSaidPage, 'north', '/api/rounds/north/you-said', round);

    for (const part of [
      'What should be built?',
      '£90,000',
      '3 proposals',
      'supported once',
      '1,200 ballots',
      'Two of three.',
      'Funded in place 1.',
      '2 contributions to this round still wait for an answer',
      'Not measured yet: the reading is due on 30 November 2027.',
    ])
      expect(words).toContain(part);
    expect([...element.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'We asked',
      'You said',
      'We did',
      'Did it work?',
    ]);
  });

  it('says why a round was called off, and that nothing is decided', async () => {
    const cancelled = { ...round, did: null, cancelledReason: 'No money this year.', aims: [], projects: [] };
    const { words } = await shown(RoundSaidPage, 'north', '/api/rounds/north/you-said', cancelled);

    expect(words).toContain('The round was called off. The reason: No money this year.');
    expect(words).not.toContain('Nothing is decided yet.');
  });

  it('shows the rounds of a place, or what to do when there is none', async () => {
    const url = '/api/places/hanley/you-said';
    const some = await shown(PlaceSaidPage, 'hanley', url, { place, rounds: [round] });
    expect([...some.element.querySelectorAll('h2')].map(({ textContent }) => textContent.trim())).toEqual([
      'Northern fund',
    ]);
    const none = await shown(PlaceSaidPage, 'hanley', url, { place, rounds: [] });
    expect(none.words).toContain('Nothing was asked here yet');
  });

  it('puts decided rounds and what can be taken part in on the sheet', async () => {
    const open = { ...round, roundSlug: 'now', roundTitle: 'Open fund', state: 'ideas', did: null };
    const { words } = await shown(NoticeboardPage, 'hanley', '/api/places/hanley/you-said', {
      place,
      rounds: [open, round],
    });

    expect(words).toContain('A bench: Funded, £3,000');
    expect(words).toContain('You can take part now');
    expect(words).toContain('Open fund: put your idea forward');
    expect(words).toContain('/places/hanley/you-said');
  });

  it('counts what waits by age and round', async () => {
    const { words } = await shown(OpenContributionsPage, null, '/api/contributions/open', {
      count: 5,
      overdue: 1,
      oldestDays: 120,
      ages: [
        { fromDays: 0, toDays: 30, count: 4 },
        { fromDays: 180, toDays: null, count: 1 },
      ],
      rounds: [{ slug: 'north', title: 'Northern fund', count: 5, oldestDays: 120, overdue: true }],
    });

    expect(words).toContain('5 contributions');
    expect(words).toContain('Under 30 days');
    expect(words).toContain('180 days or more');
    expect(words).toMatch(/Northern fund ?5 ?120 ?Yes/);
  });
});
