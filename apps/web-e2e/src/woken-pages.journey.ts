import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { address, openBrowser, Visitor } from '../support/browser.js';

const FIXED = [
  '/',
  '/rounds',
  '/proposals',
  '/decisions',
  '/delivery',
  '/indicators',
  '/places',
  '/open-data',
  '/open-contributions',
  '/moderation/log',
  '/how-it-works',
  '/how-your-vote-is-kept-secret',
  '/accessibility',
  '/privacy',
];

/** One of each sort of page, and for rounds one in each state: their pages differ most. */
async function addresses(): Promise<string[]> {
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${address}/api${path}`)).json() as Promise<T>;
  const rounds = await get<{ slug: string; state: string }[]>('/rounds');
  const states = [...new Map(rounds.map(({ slug, state }) => [state, slug])).values()];
  const decisions = await get<{ number: string; roundSlug: string | null }[]>('/decisions');
  const { items } = await get<{ items: { number: number }[] }>('/proposals');
  const decided = decisions[0];
  return [
    ...FIXED,
    ...states.flatMap((slug) => [
      `/rounds/${slug}`,
      `/rounds/${slug}/results`,
      `/rounds/${slug}/ballot-paper`,
    ]),
    ...(decided ? [`/decisions/${decided.number}`, `/rounds/${decided.roundSlug}/press`] : []),
    ...items.slice(0, 2).map(({ number }) => `/proposals/${number}`),
    '/indicators/3.3',
    '/places/stoke-on-trent',
  ];
}

/** In the page. The buttons that move a map come with JavaScript. */
const words = (): string => {
  const main = document.querySelector('main')!.cloneNode(true) as Element;
  for (const button of main.querySelectorAll('ct-map button')) button.remove();
  return main.textContent.replace(/\s+/g, ' ').trim();
};

describe('a public page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('says the same before and after it wakes up in the browser, everywhere', async () => {
    const asleep = await Visitor.arrive(browser, { javaScript: false });
    const awake = await Visitor.arrive(browser);
    const differing: object[] = [];
    for (const path of await addresses()) {
      await asleep.open(path);
      await awake.open(path);
      const [before, after] = [await asleep.page.evaluate(words), await awake.page.evaluate(words)];
      if (before !== after) differing.push({ path, ...firstDifference(before, after) });
    }
    expect(differing).toEqual([]);
    await asleep.leave();
    await awake.leave();
  });
});

function firstDifference(before: string, after: string): { before: string; after: string } {
  let at = 0;
  while (before[at] === after[at]) at++;
  const from = Math.max(0, at - 40);
  return { before: before.slice(from, at + 60), after: after.slice(from, at + 60) };
}
