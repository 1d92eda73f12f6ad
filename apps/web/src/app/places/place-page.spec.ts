import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PlacePage } from './place-page.js';

const city = { slug: 'stoke-on-trent', name: 'Stoke-on-Trent', kind: 'council' } as const;
const ward: Api<'PlaceDto'> = {
  slug: 'abbey-hulton',
  name: 'Abbey Hulton',
  kind: 'ward',
  code: 'E05014555',
  parentSlug: city.slug,
  population: 6559,
  validFrom: '2023-05-04',
  validTo: null,
  ancestors: [city],
  children: [],
  boundaryCredit: 'Contains OS data',
  boundaryIsApproximate: true,
};
const round: Api<'RoundSummaryDto'> = {
  id: 'r1',
  slug: 'parks',
  title: 'Parks for everyone',
  summary: 'What our parks need.',
  place: city,
  state: 'ideas',
  stateSince: null,
  nextChangeAt: '2026-12-07T00:00:00Z',
  budgetPence: 2500000,
  currency: 'GBP',
  projects: 1,
  ballots: null,
  invented: false,
  imported: false,
  rollClosesAt: null,
  eligibility: { minimumAge: 11, connections: ['live'] },
};

describe('PlacePage', () => {
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

  async function show(rounds: Api<'RoundSummaryDto'>[], decisions: Api<'DecisionSummaryDto'>[] = []) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(PlacePage);
    fixture.componentRef.setInput('slug', ward.slug);
    TestBed.tick();
    http.expectOne('/api/places/abbey-hulton').flush(ward);
    http.expectOne('/api/decisions?place=abbey-hulton').flush(decisions);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    http
      .expectOne('/api/places/stoke-on-trent/boundaries')
      .flush({ type: 'FeatureCollection', features: [] });
    http.expectOne('/api/rounds?place=stoke-on-trent').flush(rounds);
    http.expectOne('/api/indicators').flush([]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, text: page.textContent!.replace(/\s+/g, ' ') };
  }

  it('says how many people live there, since when, and that the boundary is approximate', async () => {
    const { page, text } = await show([]);

    expect(page.querySelector('h1')!.textContent).toBe('Abbey Hulton');
    expect(text).toContain('6,559');
    expect(text).toContain('Census 2021');
    expect(text).toContain('since 4 May 2023');
    expect(text).toContain('The boundary drawn is approximate');
    expect(text).toContain('Contains OS data');
  });

  it('counts a round for the whole city as one that concerns the ward, those of other wards not', async () => {
    const elsewhere = { ...round, id: 'r2', title: 'Elsewhere', place: { ...city, slug: 'x', name: 'X' } };
    const { text } = await show([round, elsewhere]);

    expect(text).toContain('Parks for everyone');
    expect(text).toContain('until the end of 6 December 2026');
    expect(text).not.toContain('Elsewhere');
  });

  it('leads on when there is nothing', async () => {
    const { page, text } = await show([]);

    expect(text).toContain('No round here yet');
    expect(text).toContain('No decision for Abbey Hulton has been published yet');
    expect(text).toContain('No survey has been carried out here yet');
    expect(page.querySelector('a[href="/rounds"]')).not.toBeNull();
  });
});
