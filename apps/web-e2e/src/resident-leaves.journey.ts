import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';
import { ThroughApi } from '../support/through-api.js';

const EMAIL = `leaver-${Date.now()}@journey.example`;
const PASSWORD = 'three random words';
const COMMENT = 'Said by somebody who leaves.';

interface Listed {
  readonly number: number;
  readonly title: string;
}

describe('a resident sees every fate, downloads the data and leaves', () => {
  const step = journey();
  let browser: Browser;
  let visitor: Visitor;
  let supported: Listed;
  let answered: Listed;
  beforeAll(async () => {
    browser = await openBrowser();
    visitor = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('has an account', async () => {
    const { page } = visitor;
    await visitor.open('/account/register');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Name to be shown').fill('A leaver of the journey');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Day', { exact: true }).fill('27');
    await page.getByLabel('Month', { exact: true }).fill('3');
    await page.getByLabel('Year', { exact: true }).fill('1987');
    await visitor.goOn(() => page.getByRole('button', { name: 'Register' }).click());
    await visitor.goOn(() => page.getByRole('link', { name: 'demonstration mailbox' }).click());
    await page.getByLabel('Only to this address').fill(EMAIL);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/to=/);
    await visitor.settled();
    const mail = page.getByRole('article').filter({ hasText: EMAIL }).first();
    await visitor.goOn(() => mail.getByRole('link', { name: /\/account\/confirm/ }).click());
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByText('Your e-mail address is confirmed').waitFor();
    await signIn(visitor, EMAIL, PASSWORD);
  });

  step('supports an idea and says a word to a project, and sees what became of each', async () => {
    const { page } = visitor;
    const me = await ThroughApi.signIn(EMAIL, PASSWORD);
    const newest = async (state: string): Promise<Listed> => {
      const { items } = await me.get<{ items: Listed[] }>(`/proposals?state=${state}&pageSize=1`);
      if (!items[0]) throw new Error(`the demo city has no proposal that is ${state}`);
      return items[0];
    };
    [supported, answered] = [await newest('submitted'), await newest('delivered')];
    await me.put(`/proposals/${supported.number}/support`, {});
    for (const { number } of [supported, answered]) {
      await me.post(`/proposals/${number}/comments`, { text: COMMENT });
    }

    await visitor.open('/what-changed');
    await page.getByRole('link', { name: supported.title }).first().waitFor();
    await page.getByText('Nothing is settled yet.').first().waitFor();
    await page.getByRole('link', { name: answered.title }).first().waitFor();
    const ended = page.getByRole('listitem').filter({ hasText: answered.title });
    await ended.getByText('Delivered', { exact: true }).first().waitFor();
    await visitor.looksRight();
  });

  step('sees what is held and downloads it', async () => {
    const { page } = visitor;
    await visitor.open('/account');
    await visitor.goOn(() => page.getByRole('link', { name: 'See and download what we hold' }).click());
    await page.getByText('votes cannot be linked to you').first().waitFor();
    await visitor.looksRight();
    await page.getByLabel('Your password').fill('not this one');
    await page.getByRole('button', { name: 'Download my data' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await visitor.looksRight();
    await page.getByLabel('Your password').fill(PASSWORD);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download my data' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(JSON.parse(file).account.records[0].email).toBe(EMAIL);
    await page.getByText('Your file is ready').waitFor();
    await visitor.looksRight();
  });

  step('reads what goes and what stays, and leaves', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 320, height: 640 });
    await visitor.goOn(() => page.getByRole('link', { name: 'See what would go' }).click());
    await page.getByRole('heading', { name: 'What stays, and why' }).waitFor();
    await visitor.looksRight();
    await page.getByLabel('Let them stand, by “Former member”').check();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    await visitor.looksRight();

    await visitor.open(`/mailbox?to=${encodeURIComponent(EMAIL)}`);
    await page.getByText('Your account has been deleted').first().waitFor();
    await visitor.open(`/proposals/${supported.number}`);
    await page.getByText(COMMENT).last().waitFor();
    await page.getByText('Former member').last().waitFor();
    expect(await page.getByText('A leaver of the journey').count()).toBe(0);
    await visitor.open('/account/sign-in');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await visitor.leave();
  });
});
