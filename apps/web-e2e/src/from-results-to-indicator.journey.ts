import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';

const ROUND = '/rounds/potteries-green-spaces';
const PAGES = [
  `${ROUND}/results`,
  `${ROUND}/compare`,
  '/decisions',
  '/decisions?place=stoke-on-trent',
  '/decisions/D-1',
  '/indicators',
  '/indicators/3.3',
];

describe('from a count to what it should change', () => {
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

  it('tells without JavaScript what was not funded and why', async () => {
    const visitor = await Visitor.arrive(browser, { javaScript: false });
    await visitor.open(`${ROUND}/results`);
    const losers = visitor.page.getByRole('region', { name: /^Not funded/ });
    await losers.locator('summary').first().click();
    expect(await losers.locator('details[open]').first().innerText()).toMatch(/Not funded: .*£/);
    await visitor.leave();
  });

  it('counts the published ballots again on the reader’s own device', async () => {
    const visitor = await Visitor.arrive(browser);
    await visitor.open(`${ROUND}/results`);
    await visitor.page.getByRole('button', { name: 'Check this count yourself' }).click();
    const verdict = visitor.page.locator('.ct-checked');
    await verdict.waitFor();
    expect(await verdict.innerText()).toMatch(/^The same result\. .* 20,000 ballots/);
    expect(await verdict.innerText()).toContain(
      'The fingerprint of what it counted is the published one too',
    );
    await visitor.looksRight();
    await visitor.leave();
  });

  it('follows the thread from the results over the decision to the indicator', async () => {
    const visitor = await Visitor.arrive(browser);
    const { page } = visitor;
    await visitor.open(`${ROUND}/results`);
    await page.getByRole('link', { name: /^decision D-/ }).click();
    await page.getByRole('heading', { name: 'What it aims to change' }).waitFor();
    await visitor.looksRight();
    await page
      .getByRole('region', { name: 'What it aims to change' })
      .getByRole('link', { name: /^3\.3/ })
      .click();
    await page.getByRole('heading', { name: 'Decisions held to it' }).waitFor();
    expect(await page.locator('.ct-held').first().innerText()).toContain('Not measured yet');
    await visitor.leave();
  });
});
