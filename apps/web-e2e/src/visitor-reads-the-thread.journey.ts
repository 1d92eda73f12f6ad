import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';

describe('a visitor reads a finished round down to the indicator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([1280, 320])(
    'from the home page to the decision to what it should change, %i px wide',
    async (width) => {
      const visitor = await Visitor.arrive(browser, { width });
      const { page } = visitor;
      const follow = async (name: string | RegExp): Promise<void> => {
        await visitor.goOn(() => page.getByRole('main').getByRole('link', { name }).first().click());
        await visitor.looksRight();
      };

      await visitor.open('/');
      // Other journeys decide too: the home page shows the newest few.
      await follow('All decisions');
      await follow('Potteries Green Spaces: what will be built');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('what will be built');
      expect(await page.getByRole('main').textContent()).toContain('Not measured yet');

      await follow('How people from different backgrounds get along');
      expect(await page.getByRole('main').textContent()).toContain('428 people');

      await follow(/Potteries Green Spaces/);
      await follow('Wildflower verges');
      expect(await page.getByRole('main').textContent()).toContain('Funded');
      await visitor.leave();
    },
  );
});
