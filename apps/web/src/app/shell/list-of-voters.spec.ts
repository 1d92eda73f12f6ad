import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { ListOfVoters, type RoundWithList } from './list-of-voters.js';
import { SITE, siteDefaults } from './site.js';

const aRound: RoundWithList = {
  slug: 'parks',
  state: 'review',
  stateSince: '2026-11-01T00:00:00Z',
  imported: false,
  eligibility: { minimumAge: 16, connections: ['live'] },
  rollClosesAt: '2027-01-04T00:00:00Z',
};
const contact = { name: 'the participation team', email: 'team@council.example', phone: '01782 234567' };

function show(round: Partial<RoundWithList>, short = false) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: SITE, useValue: { ...siteDefaults, contact } },
    ],
  });
  const fixture = TestBed.createComponent(ListOfVoters);
  fixture.componentRef.setInput('round', { ...aRound, ...round });
  fixture.componentRef.setInput('short', short);
  TestBed.tick();
  const page = fixture.nativeElement as HTMLElement;
  return { page, words: page.textContent!.replace(/\s+/g, ' ').trim() };
}

describe('ListOfVoters', () => {
  it('leads onto the list while it is open, with the last day and the age of this round', () => {
    const { page, words } = show({});
    expect(words).toBe(
      'Join the list of voters until the end of 3 January 2027, to vote in this round (people aged 16 or over).',
    );
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/rounds/parks/vote');
  });

  it('says while people vote that it is closed, since when, and whom to ask', () => {
    const { page, words } = show({ state: 'voting', rollClosesAt: null });
    expect(words).toContain('on the list of voters. It closed when voting opened, on 1 November 2026.');
    expect(words).toContain(
      'where you can vote on paper, ask the participation team, 01782 234567, team@council.example.',
    );
    expect(page.querySelector('a[href="tel:01782234567"]')).not.toBeNull();
    expect(page.querySelector('a[href="mailto:team@council.example"]')).not.toBeNull();
  });

  it('says so in one sentence on a card', () => {
    const { words } = show({ state: 'voting', rollClosesAt: null }, true);
    expect(words).not.toContain('on paper');
  });

  it.each([
    ['a draft', { state: 'draft' as const }],
    ['an election held elsewhere', { state: 'voting' as const, imported: true }],
    ['a round that is over', { state: 'decided' as const }],
  ])('says nothing of %s', (_, round) => expect(show({ rollClosesAt: null, ...round }).words).toBe(''));
});
