import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { address, openBrowser, Visitor } from '../support/browser.js';
import { arriveAs, type Watched } from '../support/hostile/arrive-as.js';
import type { Cast } from '../support/hostile/cast.js';
import { type Discussed, hostileDiscussion } from '../support/hostile/discussion.js';
import { NOT_SHOWN, NOT_WRITTEN } from '../support/hostile/left-out.js';
import { type Decided, hostileOutcome } from '../support/hostile/outcome.js';
import { ScriptWatch, wordsOf } from '../support/hostile/script-watch.js';
import { HostileWords } from '../support/hostile/words.js';
import { writtenFields } from '../support/hostile/written-fields.js';
import { ThroughApi } from '../support/through-api.js';

const READERS = ['visitor', 'author', 'officer', 'moderator', 'facilitator'] as const;
type Reader = (typeof READERS)[number];
/** Pages read side by side. */
const AT_ONCE = 3;

const PAGES = (of: Discussed & Decided): Readonly<Record<Reader, readonly string[]>> => ({
  visitor: [
    '/',
    '/rounds',
    `/rounds/${of.round}`,
    `/rounds/${of.cancelledRound}`,
    `/rounds/${of.round}/you-said`,
    `/proposals?round=${of.round}`,
    ...[of.talked, of.reviewed, of.refused, of.withdrawn].map((number) => `/proposals/${number}`),
    ...[of.merge, of.split, ...of.takenBack].map((id) => `/proposals/suggestions/${id}`),
    `/reports/new?proposal=${of.talked}`,
    `/reports/${of.ticket}`,
    '/moderation',
    `/rounds/${of.decidedRound}`,
    `/rounds/${of.decidedRound}/results`,
    `/rounds/${of.decidedRound}/compare`,
    `/rounds/${of.decidedRound}/press`,
    '/decisions',
    `/decisions/${of.decision}`,
    `/proposals/${of.project}`,
    '/delivery',
    '/indicators/2.2',
    '/places/stoke-on-trent',
    '/places/stoke-on-trent/you-said',
    '/places/stoke-on-trent/noticeboard',
    '/open-contributions',
    '/open-data',
    '/mailbox',
  ],
  author: [
    '/account',
    '/account/news',
    '/what-changed',
    '/proposals/mine',
    `/proposals/${of.talked}`,
    `/proposals/${of.talked}/edit`,
    `/proposals/${of.refused}/letter`,
    `/proposals/suggestions/${of.merge}`,
    '/moderation/mine',
  ],
  officer: [
    '/office',
    `/office/rounds/${of.round}`,
    `/office/reviews?tab=all&q=${of.reviewed}&n=${of.reviewed}`,
    `/office/reviews?tab=all&q=${of.refused}&n=${of.refused}`,
    `/office/proposals/${of.reviewed}/merge`,
    `/office/proposals/${of.reviewed}/split`,
    '/office/departments',
    '/office/delivery',
    `/office/delivery/${of.project}`,
    '/office/imports',
    `/office/imports/${of.import}`,
    `/office/rounds/${of.decidedRound}/count`,
    `/office/rounds/${of.decidedRound}/publish`,
    `/office/decisions/${of.decision}`,
  ],
  moderator: [
    '/office/moderation',
    ...[of.open, of.hidden, of.changed].map((number) => `/office/moderation/${number}`),
  ],
  facilitator: ['/office/listening'],
});

describe('hostile words in every field', () => {
  const words = new HostileWords();
  const readers = new Map<Reader, Watched>();
  const seen = new Set<string>();
  let browser: Browser;
  let written: Discussed & Decided;

  beforeAll(async () => {
    browser = await openBrowser();
    const cast = { ...(await readersSignIn()), ...(await othersSignIn()) };
    written = { ...(await hostileOutcome(words, cast)), ...(await hostileDiscussion(words, cast)) };
  }, 120_000);
  afterAll(async () => {
    await readers.get('author')?.api.patch('/identity/me', { displayName: 'Demo resident' });
    await browser.close();
  });

  async function readersSignIn(): Promise<Pick<Cast, 'author' | 'officer' | 'moderator' | 'facilitator'>> {
    const arrive = async (reader: Reader, name: string = reader): Promise<ThroughApi> => {
      const watched = await arriveAs(browser, `${name}@demo.example`);
      readers.set(reader, watched);
      return watched.api;
    };
    const [author, officer, moderator, facilitator] = await Promise.all([
      arrive('author', 'resident'),
      arrive('officer'),
      arrive('moderator'),
      arrive('facilitator'),
    ]);
    return { author, officer, moderator, facilitator };
  }

  async function othersSignIn(): Promise<Pick<Cast, 'other' | 'second' | 'third' | 'secondModerator'>> {
    const signIn = (name: string): Promise<ThroughApi> => ThroughApi.signIn(`${name}@demo.example`);
    const [other, second, third, secondModerator] = await Promise.all([
      signIn('guardian'),
      signIn('second-officer'),
      signIn('third-officer'),
      signIn('second-moderator'),
    ]);
    return { other, second, third, secondModerator };
  }

  /** Rendered by the server, woken up, and read to its end. */
  async function read({ visitor, watch }: Watched, path: string): Promise<void> {
    const page = await visitor.context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    await page.goto(path);
    await standing(page);
    const text = await wordsOf(page);
    for (const [field, mark] of words.marks) if (text.includes(mark)) seen.add(field);
    await watch.look(page);
    expect({ path, faults, seen: watch.seen }).toEqual({ path, faults: [], seen: [] });
    await page.close();
  }

  it.each(READERS)('run nothing on the pages of the %s', async (reader) => {
    const watched = readers.get(reader) ?? (await stranger());
    const paths = [...PAGES(written)[reader]];
    const readOn = async (): Promise<void> => {
      for (let path = paths.shift(); path; path = paths.shift()) await read(watched, path);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  });

  async function stranger(): Promise<Watched> {
    const visitor = await Visitor.arrive(browser);
    const watch = new ScriptWatch();
    await watch.over(visitor.context);
    return { visitor, watch, api: ThroughApi.withToken('') };
  }

  it('were shown on these pages, all but those that no page shows', () => {
    const missing = [...words.marks.keys()].filter((field) => !seen.has(field) && !NOT_SHOWN[field]);
    expect(missing).toEqual([]);
  });

  it('went into every field of the API that takes words', () => {
    const fields = writtenFields().filter((field) => !words.marks.has(field) && !NOT_WRITTEN[field]);
    expect(fields).toEqual([]);
  });

  it('begin no cell of open data as a formula', async () => {
    const table = await (await fetch(`${address}/api/open-data/proposals.csv`)).text();
    expect(table).toContain(`'=Zq`);
    expect(table).not.toMatch(/(^|,|\n)"?=Zq/);
  });

  it.each(['with', 'without'] as const)(
    'would be noticed if they ran, %s the policy in force',
    async (policy) => {
      const { visitor, watch } = await stranger();
      await visitor.context.route('**/accessibility', async (route) => {
        const answer = await route.fetch();
        const headers = { ...answer.headers() };
        if (policy === 'without') delete headers['content-security-policy'];
        const body = (await answer.text()).replace('</main>', '<img src="/x" onerror="__pwned=1"></main>');
        await route.fulfill({ response: answer, headers, body });
      });
      const page = await visitor.context.newPage();
      await page.goto('/accessibility');
      await page.waitForLoadState('networkidle');
      await watch.look(page);
      expect(watch.seen.join()).toMatch(policy === 'with' ? /violation of script-src-attr/ : /payload 1 ran/);
    },
  );
});

async function standing(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('ct-waiting'));
  await page.waitForLoadState('networkidle');
}
