import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { address, openBrowser, Visitor } from '../support/browser.js';

const PAGES = [
  '/',
  '/how-it-works',
  '/accessibility',
  '/privacy',
  '/account/register',
  '/account/sign-in',
  '/places?postcode=nonsense',
  '/no-such-page',
];

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

  it.each(['/rounds/%00', '/proposals/%zz', '/%ED%A0%80', '/places?postcode=%00'])(
    'nothing is at %s, and a page says so',
    async (path) => {
      const answer = await fetch(address + path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        expect.stringContaining('text/html'),
      ]);
      expect(await answer.text()).toContain('Page not found');
    },
  );

  it.each(['/account/register', '/account/sign-in'])(
    '%s says without JavaScript that it cannot be sent, before anything is typed, and answers with a page',
    async (path) => {
      const visitor = await Visitor.arrive(browser, { javaScript: false, width: 320 });
      await visitor.open(path);
      expect(await visitor.page.locator('form > :first-child').innerText()).toContain(
        'only be sent with JavaScript',
      );
      await visitor.page.getByLabel('E-mail address').fill('somebody@example.org');
      await visitor.page.locator('main button[type=submit]').click();
      expect(await visitor.page.locator('h1').innerText()).toBe('That form was not sent');
      expect(await visitor.page.locator('main a[href^="tel:"]').count()).toBe(1);
      await visitor.leave();
    },
  );

  it('a postcode is found as people write them', async () => {
    const visitor = await Visitor.arrive(browser, { javaScript: false });
    for (const written of ['st1 5hh', 'ST15HH', 'ST1\u00a05HH']) {
      await visitor.open('/places');
      await visitor.page.getByLabel('Find your ward by postcode').fill(written);
      await visitor.page.getByRole('button', { name: 'Find your ward' }).click();
      expect(await visitor.page.locator('main').innerText()).toContain('ST1 5HH is in');
    }
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
