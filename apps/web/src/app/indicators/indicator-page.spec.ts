import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IndicatorPage } from './indicator-page.js';

const reading: Api<'ReadingDto'> = {
  id: 'r1',
  label: 'People are treated fairly',
  place: { slug: 'stoke-on-trent', name: 'Stoke-on-Trent', kind: 'council' },
  population: 'People who answered the online survey',
  percent: 26,
  n: 428,
  lowPercent: null,
  highPercent: null,
  intervalMethod: null,
  period: 'June to September 2025',
  mode: 'Online, self-selected',
  source: 'A published report',
  caution: 'It speaks for the people who answered.',
  isBenchmark: false,
  invented: false,
};
const indicator: Api<'IndicatorDto'> = {
  code: '2.2',
  name: 'Institutions treat communities fairly',
  theme: 2,
  themeName: 'Fairness',
  polarity: 'higher-is-better',
  useWithCare: null,
  latest: reading,
  aims: 0,
  definition: 'Share of people who say that people are treated fairly.',
  howToRead: 'Share of people who say that people are treated fairly. Compare only like with like.',
  surveyQuestions: [],
  readings: [
    reading,
    { ...reading, id: 'r2', label: 'National poll', percent: 40, n: null, isBenchmark: true },
    { ...reading, id: 'r3', label: 'Random sample', percent: 30, n: 900, lowPercent: 27, highPercent: 33 },
  ],
  aimsHere: [],
};

describe('IndicatorPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
  });
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  async function show(body: Partial<Api<'IndicatorDto'>> = {}) {
    const fixture = TestBed.createComponent(IndicatorPage);
    fixture.componentRef.setInput('code', '2.2');
    TestBed.tick();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/indicators/2.2')
      .flush({ ...indicator, ...body });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, text: page.textContent!.replace(/\s+/g, ' ') };
  }

  it('shows the latest figure with its base and its caution', async () => {
    const { page, text } = await show();

    expect(page.querySelector('h1')!.textContent).toBe('Institutions treat communities fairly');
    expect(page.querySelector('.ct-latest')!.textContent).toContain('428 people answered');
    expect(text).toContain('Caution: It speaks for the people who answered.');
    expect(TestBed.inject(Title).getTitle()).toContain('Institutions treat communities fairly');
  });

  it('draws a range only where one was published', async () => {
    const { page } = await show();

    expect(page.querySelectorAll('.ct-intervals__range')).toHaveLength(1);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' '));
    expect(rows[0]).toContain('No range given');
    expect(rows[1]).toContain('27% to 33%');
  });

  it('keeps national figures apart, as different surveys', async () => {
    const { page, text } = await show();

    expect(text).toContain('Different surveys, not the same series.');
    const tables = [...page.querySelectorAll('table')];
    expect(tables).toHaveLength(2);
    expect(tables[0]!.textContent).not.toContain('National poll');
    expect(tables[1]!.textContent).toContain('how many was not published');
  });

  it('says that nobody has measured it, and does not repeat the definition', async () => {
    const { text } = await show({ readings: [], latest: null });

    expect(text).toContain('Nobody has measured this here yet');
    expect(text.split(indicator.definition)).toHaveLength(2);
    expect(text).toContain('Compare only like with like.');
  });

  it('leads to the decisions that are held to it', async () => {
    const { page } = await show({
      aimsHere: [
        {
          id: 'a1',
          decisionNumber: 'D-1',
          decisionTitle: 'Round 2026',
          indicator: { code: '2.2', name: indicator.name },
          direction: 'up',
          sizePoints: 3,
          population: 'adults',
          place: reading.place!,
          dueOn: '2027-09-30',
          mechanism: 'People see what came of their vote.',
          comparisonPlaces: [],
          baseline: reading,
          state: 'locked',
          lockedAt: '2026-11-22T10:00:00Z',
          verdict: { grade: 0, sentence: 'Not measured yet: the next reading is due by 30 September 2027.' },
        },
      ],
    });

    const held = page.querySelector('.ct-held')!;
    expect(held.querySelector('a')!.getAttribute('href')).toBe('/decisions/D-1');
    expect(held.textContent).toContain('by 3 percentage points');
    expect(held.textContent).toContain('Not measured yet');
  });
});
