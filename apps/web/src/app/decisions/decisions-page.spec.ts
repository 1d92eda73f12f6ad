import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { describe, expect, it } from '@jest/globals';
import { DecisionsPage } from './decisions-page.js';

const BELONGING = { code: '3.4', name: 'Belonging', counts: 'feel that they belong' };

const decision = (number: string, publishedAt: string): Api<'DecisionSummaryDto'> => ({
  number,
  title: `Decision ${number}`,
  body: 'Budget round',
  place: { slug: 'city', name: 'City', kind: 'council' },
  state: 'published',
  publishedAt,
  chosen: 12,
  notChosen: 24,
  spendPence: 295_100_00,
  currency: 'GBP',
  aims: [{ indicator: BELONGING, direction: 'up', dueOn: '2027-09-30' }],
  invented: true,
});

describe('DecisionsPage', () => {
  async function show(decisions: Api<'DecisionSummaryDto'>[], place?: string) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    const fixture = TestBed.createComponent(DecisionsPage);
    fixture.componentRef.setInput('place', place);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(place ? `/api/decisions?place=${place}` : '/api/decisions').flush(decisions);
    http.expectOne('/api/places').flush([{ slug: 'tunstall', name: 'Tunstall' }]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, words: page.textContent!.replace(/\s+/g, ' ') };
  }

  it('lists the newest first, with what each aims at', async () => {
    const { page, words } = await show([
      decision('D-1', '2026-01-10T09:00:00Z'),
      decision('D-2', '2026-10-10T09:00:00Z'),
    ]);

    expect([...page.querySelectorAll('h2 a')].map((link) => link.getAttribute('href'))).toEqual([
      '/decisions/D-2',
      '/decisions/D-1',
    ]);
    expect(words).toContain('12 chosen and 24 not, with a reason for each. £295,100 committed.');
    expect(words).toContain(
      'Aims to raise the share of people who feel that they belong by 30 September 2027',
    );
  });

  it('asks for one place, by a form that works as a plain GET', async () => {
    const { page, words } = await show([], 'tunstall');

    const form = page.querySelector('form')!;
    expect([form.method, form.getAttribute('action')]).toEqual(['get', '/decisions']);
    expect(form.querySelector('select')!.name).toBe('place');
    expect(form.querySelector('select')!.value).toBe('tunstall');
    expect(words).toContain('No decision for Tunstall.');
    expect(words).toContain('No decision has been published here yet');
  });

  it('keeps the choice in the address when sent', async () => {
    const { page } = await show([decision('D-1', '2026-01-10T09:00:00Z')]);
    page.querySelector('select')!.value = 'tunstall';

    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((done) => setTimeout(done));

    expect(TestBed.inject(Router).url).toBe('/?place=tunstall');
  });
});
