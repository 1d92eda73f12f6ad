import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectDelivery } from './project-delivery.js';

const aDelivery: Api<'DeliveryDto'> = {
  number: 7,
  title: 'Benches by the canal',
  state: 'in-delivery',
  currency: 'GBP',
  ownerBody: 'Parks team',
  contactOffice: 'Civic Centre',
  begunAt: '2026-01-01T10:00:00Z',
  milestones: [
    {
      id: 'm1',
      title: 'Opening',
      plannedOn: '2026-08-01',
      forecastOn: '2026-09-01',
      doneOn: null,
      overdue: false,
      slips: [{ at: '2026-05-01T10:00:00Z', from: '2026-08-01', to: '2026-09-01', reason: 'An old drain.' }],
    },
  ],
  money: {
    budgetPence: 60_000,
    committedPence: 50_000,
    paidPence: 20_000,
    localPence: 15_000,
    socialPence: 0,
    payments: 2,
    payees: 2,
  },
  spend: [],
  updates: [],
  end: null,
};

describe('ProjectDelivery', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'en-GB' }] });
  });

  function show(change: Partial<Api<'DeliveryDto'>> = {}) {
    const fixture = TestBed.createComponent(ProjectDelivery);
    fixture.componentRef.setInput('delivery', { ...aDelivery, ...change });
    TestBed.tick();
    const page = fixture.nativeElement as HTMLElement;
    return { page, words: page.textContent!.replace(/\s+/g, ' ') };
  }

  it('says who delivers it, what comes next, why it is later and where the money went', () => {
    const { words } = show();

    expect(words).toContain('Parks team');
    expect(words).toMatch(/Opening ?expected on 1 September 2026/);
    expect(words).toContain('Moved from 1 August 2026 to 1 September 2026: An old drain.');
    expect(words).toContain('75% of what was paid (£150 of £200) went to organisations based in the area.');
  });

  it('says that nobody has been named, instead of empty parts', () => {
    const { page, words } = show({ ownerBody: null, contactOffice: null, milestones: [] });

    expect(words).toContain('Nobody has been named yet to deliver it');
    expect(page.querySelector('ct-bar-chart')).toBeNull();
  });

  it('says first how it ended, with what was not done', () => {
    const end = {
      ending: 'stopped' as const,
      at: '2026-08-01T10:00:00Z',
      outcome: 'The ground could not carry it.',
      differentNow: 'Nothing.',
      notDone: 'All of it.',
    };
    const { words } = show({ state: 'stopped', end });

    expect(words).toMatch(/Stopped on 1 August 2026 ?The ground could not carry it\./);
    expect(words).toContain('What was not done: All of it.');
    expect(words).not.toContain('Next step');
  });
});
