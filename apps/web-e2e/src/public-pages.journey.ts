import { afterAll, beforeAll, describe, it } from '@jest/globals';
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
});
