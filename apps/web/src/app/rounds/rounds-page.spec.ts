import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RoundSummary } from './rounds-api.js';
import { RoundsPage } from './rounds-page.js';
import { aRound } from './test-round.js';

describe('RoundsPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
  });
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  async function show(rounds: RoundSummary[], query: { state?: string } = {}) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(RoundsPage);
    for (const [name, value] of Object.entries(query)) fixture.componentRef.setInput(name, value);
    TestBed.tick();
    http.expectOne(query.state ? `/api/rounds?state=${query.state}` : '/api/rounds').flush(rounds);
    http.expectOne('/api/places').flush([{ slug: 'tunstall', name: 'Tunstall', kind: 'ward' }]);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }
  const headings = (page: HTMLElement) => [...page.querySelectorAll('h2')].map((h) => h.textContent!.trim());

  it('puts what somebody can take part in first, what was held elsewhere last', async () => {
    const page = await show([
      { ...aRound, id: '1', state: 'closed' },
      { ...aRound, id: '2', state: 'decided', imported: true },
      { ...aRound, id: '3', state: 'voting' },
    ]);

    expect(headings(page)).toEqual([
      'Take part now',
      'Over',
      'Held elsewhere, shown so that anybody can check the count',
    ]);
  });

  it('goes where its filter form points, without the fields left empty', async () => {
    const page = await show([aRound]);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    page.querySelector<HTMLSelectElement>('#place')!.value = 'tunstall';
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

    expect(navigate).toHaveBeenCalledWith(['/rounds'], { queryParams: { place: 'tunstall' } });
  });

  it('leads back to every round when none fits', async () => {
    const page = await show([], { state: 'voting' });

    expect(page.textContent).toContain('No round fits that choice');
    expect(page.querySelector<HTMLSelectElement>('#state')!.value).toBe('voting');
  });
});
