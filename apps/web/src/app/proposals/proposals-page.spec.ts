import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ProposalSummary } from './proposals-api.js';
import { ProposalsPage } from './proposals-page.js';
import { aProposal } from './test-proposal.js';

describe('ProposalsPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
  });

  async function show(
    query: Record<string, string>,
    asked: string,
    items: ProposalSummary[],
    total = items.length,
  ) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ProposalsPage);
    for (const [name, value] of Object.entries(query)) fixture.componentRef.setInput(name, value);
    TestBed.tick();
    http.expectOne(asked).flush({
      items,
      total,
      page: 1,
      pageSize: 20,
      categories: [{ value: 'green', count: 2 }],
      states: [{ value: 'submitted', count: 2 }],
    });
    http.match('/api/rounds').forEach((call) => call.flush([]));
    http.match('/api/places').forEach((call) => call.flush([]));
    http
      .match(({ url }) => url === '/api/proposals/map')
      .forEach((call) =>
        call.flush([{ number: 101, title: 'Benches', latitude: 53, longitude: -2, state: 'funded' }]),
      );
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, text: page.textContent!.replace(/\s+/g, ' ') };
  }

  it('lists what was found, with its facts and how many there are', async () => {
    const { page, text } = await show({}, '/api/proposals', [aProposal]);

    expect(text).toContain('1 proposal');
    expect(page.querySelector('a[href="/proposals/101"]')!.textContent).toContain('Benches along the canal');
    expect(text).toContain('estimated at £1,200.50');
    expect(text).toContain('3 people support it');
  });

  it('takes its filters from the address and leaves out what the API would refuse', async () => {
    const { page } = await show(
      { q: ' seats ', state: 'nonsense', category: 'green', sort: 'title', page: '2' },
      '/api/proposals?category=green&q=seats&sort=title&page=2',
      [aProposal],
    );

    expect(page.querySelector<HTMLInputElement>('#q')!.value).toBe(' seats ');
    expect(page.querySelector<HTMLSelectElement>('#category')!.value).toBe('green');
    expect(page.querySelector('#category')!.textContent).toContain('Parks and green space (2)');
  });

  it('offers a way on when nothing fits', async () => {
    const { page, text } = await show({ q: 'xyz' }, '/api/proposals?q=xyz', []);

    expect(text).toContain('Nothing fits that search');
    expect(page.querySelector('ct-empty-state a[href="/proposals"]')).not.toBeNull();
  });

  it('shows the map above the same list and says what is not on it', async () => {
    const { page, text } = await show({ view: 'map' }, '/api/proposals', [
      aProposal,
      { ...aProposal, number: 102 },
    ]);

    expect(page.querySelector('ct-map')).not.toBeNull();
    expect(text).toContain('1 of them have been put on the map');
    expect(page.querySelectorAll('ul.ct-rows > li')).toHaveLength(2);
  });
});
