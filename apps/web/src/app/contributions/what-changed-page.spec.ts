import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { WhatChangedPage } from './what-changed-page.js';

const given = (more = {}) => ({
  kind: 'support',
  since: '2026-11-20T12:00:00Z',
  proposalNumber: 7,
  proposalTitle: 'A bench by the pond',
  roundSlug: 'north',
  roundTitle: 'Northern fund',
  decisionNumber: null,
  mergedInto: null,
  standing: 'not-taken-forward',
  answered: true,
  reason: 'The land is private.',
  ...more,
});

describe('WhatChangedPage', () => {
  let fixture: ComponentFixture<WhatChangedPage>;
  const page = () => fixture.nativeElement as HTMLElement;
  const words = () => page().textContent.replace(/\s+/g, ' ');
  const shown = async (body: object[]) => {
    TestBed.inject(HttpTestingController).expectOne('/api/contributions/mine').flush(body);
    await fixture.whenStable();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    fixture = TestBed.createComponent(WhatChangedPage);
    TestBed.tick();
  });

  it('shows what somebody gave to one proposal together, where it stands and why', async () => {
    await shown([given(), given({ kind: 'comment' })]);

    expect(words()).toContain('You took part once. 1 of them has an answer.');
    expect(words()).toMatch(/You supported this\. ?You commented on this\./);
    expect(words()).toContain('Why: The land is private.');
    expect(page().querySelector('[aria-current=step]')!.textContent).toContain('Reviewed');
  });

  it('leads from a vote to its decision, and from a joined proposal to where it goes on', async () => {
    const vote = { proposalNumber: null, proposalTitle: null };
    await shown([
      given({ ...vote, kind: 'vote', standing: 'decided', decisionNumber: 'D-4' }),
      given({ standing: 'merged', mergedInto: 12 }),
    ]);
    const links = [...page().querySelectorAll('.ct-given a')].map((link) => link.getAttribute('href'));

    expect(links).toEqual(
      expect.arrayContaining(['/decisions/D-4', '/proposals/12', '/rounds/north/you-said']),
    );
    expect(words()).toContain('How you voted is not kept with your account.');
  });

  it('says that nothing is settled, or that nothing was given', async () => {
    await shown([given({ standing: 'waiting', answered: false, reason: null })]);

    expect(words()).toContain('Nothing is settled yet.');
    expect(words()).toContain('0 of them have an answer.');
  });

  it('goes round by round, counts where things stand, and shows one standing alone', async () => {
    const many = Array.from({ length: 6 }, (_, n) =>
      given({ proposalNumber: 20 + n, roundSlug: 'south', roundTitle: 'Southern fund', standing: 'funded' }),
    );
    await shown([given(), ...many]);
    expect([...page().querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'Northern fund',
      'Southern fund',
    ]);
    expect(words()).toMatch(/All 7 ?Funded 6 ?Not taken forward 1/);
    expect(words()).toContain('4 more in this round');

    fixture.componentRef.setInput('standing', 'not-taken-forward');
    await fixture.whenStable();
    expect([...page().querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'Northern fund',
    ]);
  });
});
