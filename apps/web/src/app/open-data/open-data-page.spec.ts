import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { describe, expect, it } from '@jest/globals';
import { OpenDataPage } from './open-data-page.js';

const DATASET: Api<'DatasetDto'> = {
  name: 'aims',
  title: 'Aims of decisions',
  about: 'What each decision set out to change.',
  fields: [{ name: 'size_points', type: 'decimal number', meaning: 'By how many percentage points.' }],
  csv: '/api/open-data/aims.csv',
  json: '/api/open-data/aims.json',
};
const round = (slug: string, state: Api<'RoundState'>) =>
  ({ id: slug, slug, title: `Round ${slug}`, state }) as Api<'RoundSummaryDto'>;

describe('OpenDataPage', () => {
  async function show(rounds: Api<'RoundSummaryDto'>[]) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(OpenDataPage);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/open-data').flush([DATASET]);
    http.expectOne('/api/rounds').flush(rounds);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    return { words: page.textContent.replace(/\s+/g, ' '), links };
  }

  it('offers each dataset twice, and says what its fields mean', async () => {
    const { words, links } = await show([]);

    expect(links).toEqual(expect.arrayContaining(['/api/open-data/aims.csv', '/api/open-data/aims.json']));
    expect(words).toContain('What the 1 fields of Aims of decisions mean');
    expect(words).toContain('By how many percentage points.');
    expect(words).toContain('No round has been decided yet.');
  });

  it('offers ballots of decided rounds alone', async () => {
    const { links } = await show([round('a', 'voting'), round('b', 'decided'), round('c', 'closed')]);

    expect(links.filter((link) => link?.endsWith('ballots.pb'))).toEqual([
      '/api/rounds/b/ballots.pb',
      '/api/rounds/c/ballots.pb',
    ]);
  });
});
