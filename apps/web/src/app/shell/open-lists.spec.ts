import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { OpenLists } from './open-lists.js';

const round = (slug: string, state: string, rollClosesAt: string | null = null) => ({
  ...{ id: slug, slug, title: slug, state, rollClosesAt, stateSince: null, imported: false },
  eligibility: { minimumAge: 11, connections: ['live'] },
});

async function show(rounds: object[]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
    ],
  });
  const fixture = TestBed.createComponent(OpenLists);
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne('/api/rounds').flush(rounds);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('OpenLists', () => {
  it('leads to every list that can be joined and to every vote that is on', async () => {
    const page = await show([
      round('parks', 'review', '2027-01-04T00:00:00Z'),
      round('streets', 'voting'),
      round('over', 'closed'),
    ]);
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/rounds/parks',
      '/rounds/parks/vote',
      '/rounds/streets',
      '/rounds/streets/vote',
    ]);
    expect(page.textContent).toContain('until the end of 3 January 2027');
  });

  it('says nothing when there is none', async () => {
    expect((await show([round('over', 'closed')])).textContent.trim()).toBe('');
  });
});
