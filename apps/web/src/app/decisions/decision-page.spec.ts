import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionPage } from './decision-page.js';

const place = { slug: 'city', name: 'City', kind: 'council' as const };
const baseline: Api<'ReadingDto'> = {
  id: 'r1',
  label: 'Took part in nothing',
  place,
  population: 'People who answered',
  percent: 24,
  n: 428,
  lowPercent: null,
  highPercent: null,
  intervalMethod: null,
  period: '2025',
  mode: 'Online',
  source: 'A report',
  caution: 'It speaks for those who answered.',
  isBenchmark: false,
  invented: false,
};
const aim: Api<'DecisionDto'>['aimsFull'][number] = {
  id: 'a1',
  decisionNumber: 'D-1',
  decisionTitle: 'Green spaces',
  indicator: { code: '3.1', name: 'Taking part in groups and events' },
  direction: 'down',
  sizePoints: 3,
  population: 'adults',
  place,
  dueOn: '2027-09-30',
  mechanism: 'There is more to take part in near home.',
  comparisonPlaces: [],
  baseline,
  state: 'locked',
  lockedAt: '2026-10-10T09:00:00Z',
  verdict: { grade: 0, sentence: 'Not measured yet: the next reading is due by 30 September 2027.' },
};
const decision: Api<'DecisionDto'> = {
  number: 'D-1',
  title: 'Green spaces',
  body: 'Budget round',
  place,
  state: 'published',
  publishedAt: '2026-10-10T09:00:00Z',
  chosen: 1,
  notChosen: 1,
  spendPence: 400_00,
  currency: 'GBP',
  aims: [],
  invented: true,
  summary: 'One project.',
  reasons: 'Counted by the rule.\n\nSigned by two officers.',
  fairness: 'Two wards have no project.',
  roundSlug: 'green',
  roundTitle: 'Green round',
  countId: 'c1',
  moneyLeft: '£100 of £500 is left because nobody voted for a project that would fit; it is not spent.',
  items: [
    {
      proposalNumber: 1,
      state: 'funded',
      title: 'Playground',
      costPence: 400_00,
      votes: 30,
      chosen: true,
      reason: 'Most votes.',
    },
    {
      proposalNumber: 2,
      state: 'not-funded',
      title: 'Fountain',
      costPence: 300_00,
      votes: 20,
      chosen: false,
      reason: 'It was £200 short.',
    },
  ],
  aimsFull: [aim],
  version: 2,
  versions: [
    { version: 1, at: '2026-10-10T09:00:00Z', note: null },
    { version: 2, at: '2026-10-12T09:00:00Z', note: 'Corrected a name.' },
  ],
  whatNext: 'Work starts in March.',
};

describe('DecisionPage', () => {
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

  async function show(body: Partial<Api<'DecisionDto'>> = {}) {
    const fixture = TestBed.createComponent(DecisionPage);
    fixture.componentRef.setInput('number', 'D-1');
    TestBed.tick();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/decisions/D-1')
      .flush({ ...decision, ...body });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const words = (element: Element | null = page) => element!.textContent!.replace(/\s+/g, ' ').trim();
    return { page, words };
  }

  it('gives a reason for what was not chosen as it does for what was', async () => {
    const { page, words } = await show();

    expect(words(page.querySelector('[aria-labelledby="chosen-heading"]'))).toContain('Most votes.');
    const not = words(page.querySelector('[aria-labelledby="not-chosen-heading"]'));
    expect(not).toContain('Not chosen: 1');
    expect(not).toContain('Fountain');
    expect(not).toContain('It was £200 short.');
    expect(words()).toContain('Two wards have no project.');
    expect(words()).toContain('£100 of £500 is left because nobody voted for a project that would fit');
  });

  it('names what it aims to change by what the figure counts, and the verdict so far', async () => {
    const { page, words } = await show();
    const shown = words(page.querySelector('ct-decision-aim'));

    expect(shown).toContain(
      'Lower the share “Took part in nothing” by 3 percentage points, from 24% to 21% or less.',
    );
    expect(shown).toContain('Did it work? Not measured yet: the next reading is due by 30 September 2027.');
    expect(shown).toContain('24% of 428 people who answered');
    expect(shown).toContain('No other place.');
    expect(shown).toContain('nobody can change it any more');
  });

  it('leads along the thread, from the round to the indicator', async () => {
    const { page } = await show();
    const links = [...page.querySelectorAll('.ct-links a')].map((link) => link.getAttribute('href'));

    expect(links).toEqual([
      '/rounds/green',
      '/rounds/green/results',
      '/indicators/3.1',
      '/rounds/green/press',
    ]);
    expect(page.querySelector('[aria-current="step"]')!.textContent).toContain('Decided');
  });

  it.each([
    [['in-delivery', 'funded'], 'Delivered', '0 of 2'],
    [['delivered', 'funded'], 'Delivered', '1 of 2'],
    [['delivered', 'stopped'], 'Did it work?', '2 of 2'],
  ] as const)('goes on along the thread as its projects do: %j', async (states, step, note) => {
    const [item] = decision.items;
    const items = states.map((state, n) => ({ ...item!, state, chosen: true, proposalNumber: n + 1 }));
    const { page, words } = await show({ items });

    expect(page.querySelector('[aria-current="step"]')!.textContent).toContain(step);
    expect(words(page.querySelector('ct-thread'))).toContain(note);
  });

  it('comes to the end of the thread when every aim is judged', async () => {
    const { page } = await show({ aimsFull: [{ ...aim, state: 'judged' }] });

    expect(page.querySelector('[aria-current="step"]')).toBeNull();
  });

  it('shows every version and what it corrected', async () => {
    const { words } = await show();

    expect(words()).toContain('This is version 2.');
    expect(words()).toContain('12 October 2026 at 10:00: Corrected a name.');
  });

  it('says that it was reversed, and stays readable', async () => {
    const { words } = await show({ state: 'reversed' });

    expect(words()).toContain('This decision was reversed. It stays here as it was.');
    expect(words()).toContain('Playground');
  });
});
