import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const VOTE = '/rounds/longton-community-fund/vote';

describe('a resident votes, changes the vote and checks it', () => {
  const step = journey();
  let browser: Browser;
  let visitor: Visitor;
  /** What reached the ballot box: it must never carry who asked. */
  const named: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    visitor = await Visitor.arrive(browser);
    visitor.page.on('request', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/urn/')) return;
      const { cookie, authorization } = request.headers();
      if (cookie ?? authorization) named.push(request.url());
    });
  });
  afterAll(() => browser.close());

  step('marks a paper; a draft is called a draft and survives a reload', async () => {
    await signIn(visitor, 'resident@demo.example');
    await visitor.page.setViewportSize({ width: 320, height: 800 });
    await visitor.open(VOTE);
    const { page } = visitor;
    await page.getByRole('checkbox').first().check();
    await page.getByText('It does not count until you cast it').first().waitFor();
    await visitor.looksRight();

    await page.reload();
    await page.getByRole('checkbox').first().waitFor();
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
  });

  step('casts it with one confirmation and gets a receipt', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Check my choices' }).click();
    await page.getByRole('heading', { name: 'Check your choices' }).waitFor();
    await visitor.looksRight();
    await page.getByRole('checkbox', { name: 'Remember my vote on this device' }).check();
    await page.getByRole('button', { name: 'Cast my vote' }).click();
    await page.getByRole('heading', { name: 'Your vote is cast' }).waitFor({ timeout: 60_000 });
    await visitor.looksRight();
  });

  step('changes it; the earlier vote stands until then', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Change my vote', exact: true }).click();
    await page.getByText('Your vote from before still counts').first().waitFor();
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Check my choices' }).click();
    await page.getByRole('button', { name: 'Cast my change' }).click();
    await page.getByRole('heading', { name: 'Your vote is changed' }).waitFor({ timeout: 60_000 });
    await visitor.looksRight();
  });

  step('and the ballot box never heard who it was', async () => {
    expect(named).toEqual([]);
    await visitor.leave();
  });
});
