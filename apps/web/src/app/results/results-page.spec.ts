import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CHECK_WORKER } from './checking/check-panel.js';
import type { CheckNews, CheckOrder, Verified } from './checking/messages.js';
import { ResultsPage } from './results-page.js';

const project: Api<'ProjectResultDto'> = {
  ballotId: 'P1',
  proposalNumber: 11,
  title: 'Playground',
  category: 'play',
  place: null,
  neighbourhood: 'Tunstall',
  costPence: 400_00,
  votes: 30,
  score: null,
  funded: true,
  order: 1,
  sentences: ['Funded in place 1 of 1 with 30 votes.'],
  latitude: null,
  longitude: null,
  selectedByCity: null,
};
const results: Api<'ResultsDto'> = {
  roundSlug: 'green',
  roundTitle: 'Green spaces',
  currency: 'GBP',
  countId: 'c1',
  state: 'published',
  rule: { rule: 'greedy', version: '1.0.0' },
  ruleTitle: 'Most votes first',
  ruleExplanation: 'Projects are ordered by votes.',
  inputsSha256: 'abc123',
  computedAt: '2026-10-02T09:00:00Z',
  publishedAt: '2026-10-03T09:00:00Z',
  seconds: 0.2,
  voters: 50,
  budgetPence: 500_00,
  totalCostPence: 400_00,
  moneyLeft:
    '£100 of £500 is left because every project that was not funded costs more than that; it is not spent.',
  projects: [
    project,
    {
      ...project,
      ballotId: 'P2',
      proposalNumber: 12,
      title: 'Fountain',
      votes: 20,
      funded: false,
      order: null,
      sentences: ['Not funded: it was £300 short when its turn came.'],
    },
  ],
  ties: [],
  moneyShares: [
    {
      kind: 'category',
      name: 'play',
      projects: 2,
      funded: 1,
      spentPence: 500,
      spendPercent: 62.5,
      votePercent: 40,
    },
    {
      kind: 'category',
      name: null,
      projects: 1,
      funded: 0,
      spentPence: 300,
      spendPercent: 37.5,
      votePercent: 60,
    },
  ],
  measures: [
    {
      code: 'voters-served',
      title: 'Voters with at least one funded project',
      value: '60%',
      explanation: '30 of 50 voters.',
    },
  ],
  signatures: [{ by: 'Officer A', at: '2026-10-02T10:00:00Z' }],
  outcome: {},
};
const round = {
  slug: 'green',
  title: 'Green spaces',
  state: 'decided',
  invented: true,
  imported: false,
  decisionNumber: 'D-4',
  importedFrom: null,
  place: { slug: 'city', name: 'City', kind: 'council' },
};

const FILES: Api<'ExportFileDto'>[] = ['manifest.json', 'ballots.ndjson', 'result.json'].map((file) => ({
  ...{ file, address: `/api/rounds/green/export/${file}`, sha256: 'a'.repeat(64), bytes: 1200 },
}));
const verified: Verified = {
  kind: 'verified',
  report: {
    ...{
      ok: true,
      election: 'e',
      faults: [],
      faultCount: 0,
      faultsByCode: {},
      notices: ['closed at 2026-05-01T08:00:00Z, early'],
    },
    totals: { ballotLines: 58, online: 40, superseded: 8, credentials: 32, paper: 18, checkpoints: 4 },
    compare: { origin: 'votes.example/e', size: 60, root: 'cm9vdA==' },
  },
  result: {
    ...{ format: 'commonthread-result/1', election: 'e' },
    styles: [
      {
        ...{ style: 'city', ballots: 50, winners: ['P1'], totalCostMinor: 400_00 },
        projects: [
          { id: 'P1', votes: 30, score: 30 },
          { id: 'P2', votes: 20, score: 20 },
        ],
      },
    ],
  },
  seconds: 2,
};

/** Stands in for the browser's worker: answers as it is told to. */
class FakeWorker {
  onmessage: ((event: { data: CheckNews }) => void) | null = null;
  onerror: unknown = null;
  ended = false;
  order: CheckOrder | null = null;
  postMessage(order: CheckOrder): void {
    this.order = order;
  }
  terminate(): void {
    this.ended = true;
  }
}

describe('ResultsPage', () => {
  let worker: FakeWorker;
  beforeEach(() => {
    worker = new FakeWorker();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: CHECK_WORKER, useValue: async () => worker },
      ],
    });
  });

  async function show(body: Partial<Api<'ResultsDto'>> | null = {}, files = FILES) {
    const fixture = TestBed.createComponent(ResultsPage);
    fixture.componentRef.setInput('slug', 'green');
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    const answer = http.expectOne('/api/rounds/green/results');
    if (body) answer.flush({ ...results, ...body });
    else
      answer.flush(
        { type: 'x', title: 'count.not-published', status: 404, detail: '' },
        { status: 404, statusText: 'Not Found' },
      );
    http.expectOne('/api/rounds/green').flush(round);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    http.match('/api/rounds/green/paper-record').forEach((call) => call.flush({ batches: [], sample: null }));
    const asked = http.match('/api/rounds/green/export');
    if (files.length > 0) asked.forEach((call) => call.flush(files));
    else asked.forEach((call) => call.flush({}, { status: 404, statusText: 'Not Found' }));
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const words = (element: Element = page) => element.textContent!.replace(/\s+/g, ' ').trim();
    return { fixture, page, words };
  }

  it('says what came of the votes in one sentence', async () => {
    const { page, words } = await show();

    expect(words(page.querySelector('.ct-headline')!)).toBe(
      '50 people voted, and 1 of 2 projects are funded, with £400 of the £500 pot.',
    );
    expect(words(page)).toContain(
      '£100 of £500 is left because every project that was not funded costs more',
    );
    expect(words()).toContain('Invented example');
    expect(words()).toContain('decision D-4');
  });

  it('never hides what was not funded, and says why', async () => {
    const { page, words } = await show();

    const losers = page.querySelector('[aria-labelledby="losers-heading"]')!;
    expect(words(losers)).toContain('Not funded: 1');
    expect(words(losers)).toContain('Fountain');
    expect(words(losers.querySelector('details')!)).toContain('it was £300 short when its turn came.');
  });

  it('says that people voted for what was not funded only where they did', async () => {
    const without = results.projects.map((one) => (one.funded ? one : { ...one, votes: 0 }));
    const { words } = await show({ projects: without });

    expect(words()).toContain('People worked on these too. “Why?” gives');
    expect(words()).not.toContain('voted for them too');
  });

  it('names the outcome in the chart and its table by words, not by colour alone', async () => {
    const { page, words } = await show();

    const chart = page.querySelector('ct-votes-and-cost')!;
    expect(words(chart)).toContain('Playground (funded)');
    expect(words(chart)).toContain('Fountain (not funded)');
    expect(chart.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('offers the ballots and the count for download', async () => {
    const { page } = await show();

    const links = [...page.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      ...['/api/rounds/green/ballots.pb', '/api/counts/c1/bundle'],
      ...FILES.map(({ address }) => address),
    ]);
    expect(page.querySelector('.ct-hash')!.textContent).toBe('abc123');
  });

  it('says how far it agrees with the city that held the election', async () => {
    const told = results.projects.map((one) => ({ ...one, selectedByCity: 'yes' }));
    const { words } = await show({ projects: told });

    expect(words()).toContain('announced 2 winners. This count, by the rule named below, differs for 1');
  });

  it('tells that the results are not public yet, and what will be here', async () => {
    const { page, words } = await show(null);

    expect(words(page.querySelector('h1')!)).toBe('Results are not published yet');
    expect(page.querySelector('a[href="/rounds/green"]')).not.toBeNull();
  });

  async function check(news: CheckNews, files = FILES) {
    const { fixture, page, words } = await show({}, files);
    const panel = page.querySelector('ct-check-panel')!;
    panel.querySelector<HTMLButtonElement>('button')!.click();
    await fixture.whenStable();
    const tell = async (data: CheckNews) => {
      worker.onmessage!({ data });
      await fixture.whenStable();
      return words(panel);
    };
    return { tell, panel, words: await tell(news) };
  }
  const absolute = (address: string) => new URL(address, document.baseURI).href;

  it('verifies every published file on the device and says what holds', async () => {
    const progress = { done: 0.5, ballots: { read: 29, of: 58 } };
    const { tell, words } = await check({ kind: 'progress', step: 'verifying', ...progress });
    expect(worker.order).toEqual({
      kind: 'files',
      files: FILES.map(({ file, address }) => ({ file, url: absolute(address) })),
    });
    expect(words).toContain('Checking the ballots: 50%');
    expect(words).toContain('29 of 58 ballots.');

    const answer = await tell(verified);
    expect(worker.ended).toBe(true);
    expect(answer).toContain('Everything holds. Your device checked 58 ballots in 2 seconds');
    expect([...answer.matchAll(/ Holds /g)]).toHaveLength(10);
    expect(answer).toContain('closed at May 1, 2026 at 09:00, early');
    expect(answer).toContain('votes.example/e, 60, cm9vdA==');
  });

  it('names what does not hold, by file and line', async () => {
    const fault = { file: 'ballots.ndjson', line: 12, code: 'ballot.pass', message: 'not signed' };
    const report = {
      ...verified.report,
      ok: false,
      faults: [fault],
      faultCount: 1,
      faultsByCode: { 'ballot.pass': 1 },
    };
    const { words } = await check({ ...verified, report });

    expect(words).toContain('Something does not hold. 1 of 10 checks failed');
    expect(words).toContain('ballots.ndjson, line 12: not signed');
    expect(words).toMatch(/Count Not checked/);
  });

  it('holds this very page to the files', async () => {
    const [style] = verified.result!.styles;
    const result = { ...verified.result!, styles: [{ ...style!, winners: ['P2'] }] };
    const { words } = await check({ ...verified, result });

    expect(words).toContain('Something does not hold.');
    expect(words).toMatch(/This page Does not hold/);
  });

  it('can be stopped', async () => {
    const { panel } = await check({ kind: 'progress', step: 'verifying', done: 0.5 });
    panel.querySelector<HTMLButtonElement>('.ct-link-button')!.click();

    expect(worker.ended).toBe(true);
  });

  it('says why there is nothing to check where so few voted', async () => {
    const { page, words } = await show(
      {},
      FILES.filter(({ file }) => file !== 'ballots.ndjson'),
    );

    expect(words(page.querySelector('ct-check-panel')!)).toContain('only the totals are published');
    expect(page.querySelector('ct-check-panel button')).toBeNull();
  });

  async function countAgain(news: CheckNews) {
    const { tell, words } = await check({ kind: 'progress', step: 'counting', done: 0.5 }, []);
    expect(worker.order).toEqual({
      kind: 'ballots',
      ballotsUrl: absolute('/api/rounds/green/ballots.pb'),
      rule: results.rule,
    });
    expect(words).toContain('Counting: 50%');
    const answer = await tell(news);
    expect(worker.ended).toBe(true);
    return answer;
  }

  it('counts again on the device and finds the same', async () => {
    const panel = await countAgain({
      kind: 'counted',
      winners: ['P1'],
      ballots: 50,
      inputsSha256: 'abc123',
      seconds: 0.1,
    });

    expect(panel).toContain('The same result. Your device counted 50 ballots');
    expect(panel).toContain('not a single ballot or cost differs');
  });

  it('names what differs when the count on the device does not agree', async () => {
    const panel = await countAgain({
      kind: 'counted',
      winners: ['P2'],
      ballots: 49,
      inputsSha256: null,
      seconds: 0.1,
    });

    expect(panel).toContain('A different result.');
    expect(panel).toContain('Published as funded, not by your count: Playground.');
    expect(panel).toContain('Funded by your count, not published: Fountain.');
  });

  it('says what to do when the ballots do not come', async () => {
    const panel = await countAgain({ kind: 'failed', why: 'unreachable', detail: '503' });

    expect(panel).toContain('Check your connection and try again');
  });
});
