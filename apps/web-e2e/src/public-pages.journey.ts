import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';

const PAGES = ['/', '/how-it-works', '/accessibility', '/privacy', '/no-such-page'];

describe('every public page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(PAGES)('%s reads well on a wide screen and on a phone', async (path) => {
    for (const width of [1280, 320]) {
      const visitor = await Visitor.arrive(browser, { width });
      await visitor.open(path);
      await visitor.looksRight();
      await visitor.leave();
    }
  });

  it.each(PAGES)('%s can be read without JavaScript', async (path) => {
    const visitor = await Visitor.arrive(browser, { javaScript: false });
    await visitor.open(path);
    await visitor.leave();
  });

  it('in the demo city nobody waits for an answer 30 days after a vote closed, and a page says so', async () => {
    const visitor = await Visitor.arrive(browser);
    await visitor.open('/open-contributions');
    const overdue = visitor.page.locator('div', { has: visitor.page.getByText(/^Of these overdue/) });
    expect(await overdue.last().locator('dd').innerText()).toBe('0');
    await visitor.looksRight();
    await visitor.leave();
  });
});
