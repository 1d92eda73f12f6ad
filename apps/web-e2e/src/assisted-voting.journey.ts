import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const ROUND = '/rounds/longton-community-fund';
const START = `${ROUND}/vote/assisted`;

/** What scripts of this site could still read on the device. */
const left = ({ page }: Visitor) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    storage: Object.keys(localStorage),
    tab: Object.keys(sessionStorage),
  }));
const NOTHING = { databases: [], storage: [], tab: ['ct.shared-device'] };

describe('two people vote after one another on a shared device', () => {
  const step = journey();
  let browser: Browser;
  let visitor: Visitor;
  let code = '';
  let fingerprint = '';
  beforeAll(async () => {
    browser = await openBrowser();
    visitor = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('a helper starts the device; the pages say that it is shared', async () => {
    const { page } = visitor;
    await visitor.open(START);
    await visitor.looksRight();
    await page.getByRole('button', { name: 'Start for one voter' }).click();
    await page.getByRole('heading', { name: 'Sign in to get your ballot paper' }).waitFor();
    await page.getByRole('region', { name: 'Shared device' }).waitFor();
    await page.getByText('can vote on paper, here and now').waitFor();
    await visitor.looksRight();
  });

  step('the first voter casts a vote; nothing is remembered, saved or mailed', async () => {
    const { page } = visitor;
    await signIn(visitor, 'guardian@demo.example');
    await page.setViewportSize({ width: 320, height: 800 });
    await visitor.open(`${ROUND}/vote`);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Check my choices' }).click();
    await page.getByRole('heading', { name: 'Check your choices' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Remember my vote on this device' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Cast my vote' }).click();
    await page.getByRole('heading', { name: 'Your vote is cast' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Print the receipt and the change code' }).waitFor();
    for (const name of ['Save the receipt', 'Open the mail'])
      expect(await page.getByRole('link', { name }).count()).toBe(0);
    code = (await page.getByTestId('change-code').innerText()).trim();
    fingerprint = (await page.getByTestId('commitment').innerText()).trim();
    expect([code.length > 20, fingerprint.length > 20]).toEqual([true, true]);
    await visitor.looksRight();
  });

  step('finishing wipes the device and says so', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Finish and wipe this device' }).click();
    await page.getByRole('heading', { name: 'This device is clean' }).waitFor();
    await visitor.settled();
    expect(await left(visitor)).toEqual(NOTHING);
    await visitor.looksRight();
  });

  step('the back button shows the next person nothing of the first', async () => {
    const { page } = visitor;
    for (let back = 0; back < 6; back++) {
      await page.goBack().catch(() => null);
      const seen = await wordsWhenSettled(page);
      for (const secret of [code, fingerprint, 'Your vote is cast', 'Sign out'])
        expect(seen).not.toContain(secret);
    }
    await visitor.open(`${ROUND}/vote`);
    await page.getByRole('heading', { name: 'Sign in to get your ballot paper' }).waitFor();
    expect((await left(visitor)).storage).toEqual([]);
  });

  step('somebody who walks away is asked, and then the device wipes itself', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 1280, height: 900 });
    await signIn(visitor, 'resident@demo.example');
    await page.clock.install();
    await visitor.open('/account');
    await page.getByRole('region', { name: 'Shared device' }).waitFor();
    await page.clock.fastForward('04:01');
    await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor();
    await visitor.looksRight();
    await page.getByRole('button', { name: 'I am still here' }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
    await page.clock.fastForward('04:01');
    await page.getByRole('alertdialog').waitFor();
    await page.clock.fastForward('01:01');
    await page.getByText('Nobody was there any more').waitFor();
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    expect(await left(visitor)).toEqual(NOTHING);
  });

  step('and nothing went wrong on the way', async () => {
    await visitor.leave();
  });
});

/** A page that was gone back to may send its reader on while it is read. */
async function wordsWhenSettled(page: Page): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      await page.waitForLoadState('networkidle');
      return await page.evaluate(() => document.body?.innerText ?? '');
    } catch (sentOn) {
      if (tries === 5) throw sentOn;
    }
  }
}
