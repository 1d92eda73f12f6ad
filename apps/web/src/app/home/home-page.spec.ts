import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { HomePage } from './home-page.js';

const BELONGING = { code: '3.4', name: 'Belonging', counts: 'feel that they belong' };

const place = { slug: 'hanley', name: 'Hanley', kind: 'ward' };
const round = (slug: string, state: string, more = {}) => ({
  id: slug,
  slug,
  title: `Round ${slug}`,
  summary: 'A summary.',
  place,
  state,
  stateSince: '2026-11-01T00:00:00Z',
  nextChangeAt: null,
  budgetPence: 25_000_000,
  currency: 'GBP',
  projects: 3,
  ballots: null,
  invented: false,
  imported: false,
  eligibility: { minimumAge: 11, connections: ['live'] },
  rollClosesAt: state === 'ideas' ? '2027-01-04T00:00:00Z' : null,
  ...more,
});

describe('HomePage', () => {
  let fixture: ComponentFixture<HomePage>;
  let api: HttpTestingController;
  const page = () => fixture.nativeElement as HTMLElement;
  const flushDelivered = (...items: object[]) =>
    api
      .expectOne('/api/deliveries?state=delivered&limit=3')
      .flush({ items, money: { budgetPence: 900_000, paidPence: 800_000, payees: items.length } });

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    api = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(HomePage);
    TestBed.tick();
  });

  it('shows what can be taken part in first, and no draft', async () => {
    api
      .expectOne('/api/rounds')
      .flush([
        round('closed', 'closed'),
        round('draft', 'draft'),
        round('ideas', 'ideas'),
        round('voting', 'voting', { nextChangeAt: '2026-12-06T23:59:59Z' }),
      ]);
    api.expectOne('/api/decisions').flush([]);
    flushDelivered();
    await fixture.whenStable();
    const cards = [...page().querySelectorAll('.ct-card')].map((card) =>
      card.textContent.replace(/\s+/g, ' '),
    );

    expect([...page().querySelectorAll('.ct-card h3 a')].map((link) => link.getAttribute('href'))).toEqual([
      '/rounds/voting',
      '/rounds/ideas',
      '/rounds/closed',
    ]);
    expect(cards[0]).toContain('Voting is open');
    expect(cards[0]).toContain('£250,000 for Hanley');
    expect(cards[0]).toContain('This step lasts until 6 December 2026 at 23:59');
    expect(cards[0]).toContain(
      'For people aged 11 or over on the list of voters. It closed when voting opened',
    );
    expect(page().querySelector('.ct-card a[href="/rounds/voting/vote"]')?.textContent).toContain('Vote');
    expect(cards[1]).toContain('Join the list of voters until the end of 3 January 2027');
    expect(page().querySelector('.ct-card a[href="/rounds/ideas/vote"]')).not.toBeNull();
    expect(page().textContent).toContain('No decision has been published yet');
  });

  it('says what a decision chose, and what it aims to shift', async () => {
    api.expectOne('/api/rounds').flush([]);
    api.expectOne('/api/decisions').flush([
      {
        number: 'D-1',
        title: 'Eleven projects',
        body: 'Budget round',
        place,
        state: 'published',
        publishedAt: '2026-11-10T10:00:00Z',
        chosen: 11,
        notChosen: 17,
        spendPence: 14_999_950,
        currency: 'GBP',
        invented: false,
        aims: [{ indicator: BELONGING, direction: 'up', dueOn: '2027-09-30' }],
      },
    ]);
    flushDelivered();
    await fixture.whenStable();
    const card = page().querySelector('.ct-card')!.textContent.replace(/\s+/g, ' ');

    expect(card).toContain('11 chosen and 17 not');
    expect(card).toContain('£149,999.50 committed');
    expect(card).toContain(
      'Aims to raise the share of people who feel that they belong by 30 September 2027',
    );
  });

  it('says so when the rounds cannot be fetched, and fetches again when asked', async () => {
    api.expectOne('/api/rounds').flush(null, { status: 500, statusText: 'Fault' });
    api.expectOne('/api/decisions').flush([]);
    flushDelivered();
    await fixture.whenStable();
    expect(page().textContent).toContain('We could not fetch the rounds');

    page().querySelector('button')!.click();
    TestBed.tick();
    api.expectOne('/api/rounds').flush([round('ideas', 'ideas')]);
    await fixture.whenStable();
    expect(page().textContent).not.toContain('What has been built');
    expect(page().querySelector('.ct-card a')!.textContent).toBe('Round ideas');
  });

  it('shows what was built, and nothing of it before the first is finished', async () => {
    api.expectOne('/api/rounds').flush([]);
    api.expectOne('/api/decisions').flush([]);
    flushDelivered({
      number: 7,
      title: 'A bench by the pond',
      place,
      round: { slug: 'green', title: 'Green spaces' },
      invented: false,
      budgetPence: 900_000,
      paidPence: 800_000,
      currency: 'GBP',
    });
    await fixture.whenStable();
    const text = page().textContent.replace(/\s+/g, ' ');

    expect(text).toContain('£8,000 was paid to one organisation for');
    expect(text).toContain('£8,000 paid of £9,000');
    expect(page().querySelector('.ct-card a')!.getAttribute('href')).toBe('/proposals/7#delivery-heading');
  });
});
