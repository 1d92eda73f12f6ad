import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { tabTo } from '../support/keyboard.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const ROUND = 'Burslem and Tunstall neighbourhood fund';
const TITLE = `Benches on the market square ${Date.now()}`;
const EMAIL = `resident-${Date.now()}@journey.example`;
const PASSWORD = 'three random words';

describe('a resident takes part', () => {
  const step = journey();
  let browser: Browser;
  let visitor: Visitor;
  let proposal: string;
  beforeAll(async () => {
    browser = await openBrowser();
    visitor = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('registers, follows the link in the mail and signs in', async () => {
    const { page } = visitor;
    await visitor.open('/account/register');
    await visitor.looksRight();
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Name to be shown').fill('A reader of the journey');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Day', { exact: true }).fill('27');
    await page.getByLabel('Month', { exact: true }).fill('3');
    await page.getByLabel('Year', { exact: true }).fill('1987');
    await visitor.goOn(() => page.getByRole('button', { name: 'Register' }).click());
    expect(await heading()).toBe('Check your e-mail');
    await visitor.looksRight();

    await visitor.goOn(() => page.getByRole('link', { name: 'demonstration mailbox' }).click());
    await page.getByLabel('Only to this address').fill(EMAIL);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/to=/);
    await visitor.settled();
    await visitor.looksRight();
    const mail = page.getByRole('article').filter({ hasText: EMAIL }).first();
    await visitor.goOn(() => mail.getByRole('link', { name: /\/account\/confirm/ }).click());
    await visitor.looksRight();
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByText('Your e-mail address is confirmed').waitFor();
    await visitor.looksRight();

    await signIn(visitor, EMAIL, PASSWORD);
    await visitor.looksRight();
  });

  step('begins an idea, leaves it half-written and finds every word again', async () => {
    const { page } = visitor;
    await visitor.open('/proposals/new');
    await page.getByRole('radio', { name: ROUND }).check();
    await page.getByLabel('What is your idea called?').fill(TITLE);
    await visitor.looksRight();
    await visitor.goOn(() => page.getByRole('button', { name: 'Start writing' }).click());
    await page.getByRole('heading', { name: 'Write your proposal' }).waitFor();
    await visitor.looksRight();

    await page.getByLabel('In one or two sentences').fill('Four benches with backs, for everybody.');
    await page.getByText(/^Saved at/).waitFor();
    await page.getByLabel('The whole idea').fill('People who wait here have nowhere to sit.');
    await visitor.goOn(() => page.getByRole('link', { name: 'Leave it for later' }).click());
    await visitor.looksRight();
    await visitor.goOn(() => page.getByRole('link', { name: TITLE }).click());
    await page.getByRole('heading', { name: 'Write your proposal' }).waitFor();
    expect(await page.getByLabel('In one or two sentences').inputValue()).toBe(
      'Four benches with backs, for everybody.',
    );
    expect(await page.getByLabel('The whole idea').inputValue()).toBe(
      'People who wait here have nowhere to sit.',
    );

    await page.getByLabel('What might it cost?').fill('3,200');
    await page.reload();
    await page.getByRole('heading', { name: 'Write your proposal' }).waitFor();
    expect(await page.getByLabel('What might it cost?').inputValue()).toBe('3,200');
  });

  step('is told what is missing, completes it on a phone and sends it in', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByLabel('The whole idea').fill('');
    await page.getByRole('button', { name: 'Send it in' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await visitor.looksRight();
    await page.getByLabel('The whole idea').fill('People who wait here have nowhere to sit.');
    await page.getByLabel('Topic').selectOption({ label: 'Meeting places' });
    await page.getByLabel('Where would it be?').selectOption({ label: 'Burslem' });
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.getByRole('region', { name: 'As others will see it' }).waitFor();
    await visitor.looksRight();
    await visitor.goOn(() => page.getByRole('button', { name: 'Send it in' }).click());
    await page.getByText('Your proposal is public now').waitFor();
    await visitor.looksRight();
    proposal = new URL(page.url()).pathname;
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  step('has an idea that anybody can read', async () => {
    const stranger = await Visitor.arrive(browser, { javaScript: false });
    await stranger.open(proposal);
    const text = await stranger.page.getByRole('main').innerText();
    for (const said of [
      TITLE,
      'nowhere to sit',
      '£3,200',
      'Burslem',
      'Meeting places',
      'A reader of the journey',
    ])
      expect(text).toContain(said);
    await stranger.leave();
  });

  step('supports another idea by keyboard alone and follows it', async () => {
    const { page } = visitor;
    await visitor.open('/proposals?round=burslem-and-tunstall-neighbourhood-fund');
    await visitor.looksRight();
    const others = page.locator('.ct-row__title a').filter({ hasNotText: 'Benches on the market square' });
    await visitor.goOn(() => others.first().click());
    const support = page.getByRole('button', { name: 'Support this proposal' });
    await support.waitFor();
    await visitor.looksRight();
    const before = await supporters();
    await tabTo(page, support);
    await page.keyboard.press('Enter');
    await page.getByText('Your support is counted.').waitFor();
    await page.getByText(supportersAre(before + 1)).waitFor();
    await visitor.looksRight();
    await page.getByRole('button', { name: 'Follow it' }).click();
    await page.getByText('You follow it now.').waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Take back your support' }).waitFor();
    await page.getByRole('button', { name: 'Stop following' }).waitFor();
    expect(await supporters()).toBe(before + 1);
  });

  step('comments on it and withdraws the comment', async () => {
    const { page } = visitor;
    await page.getByLabel('Your comment').fill('Could it be open on Sundays too?');
    await page.getByRole('button', { name: 'Publish your comment' }).click();
    await page.getByText('Your comment is published.').waitFor();
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByText('Could it be open on Sundays too?').waitFor();
    await visitor.looksRight();
    await comments.getByRole('button', { name: /^Withdraw your comment/ }).click();
    await page.getByText('Your comment is withdrawn.').waitFor();
    await comments.getByText('This comment was withdrawn').first().waitFor();
    expect(await comments.innerText()).not.toContain('open on Sundays');
    await visitor.looksRight();
    await visitor.leave();
  });

  const heading = () => visitor.page.getByRole('heading', { level: 1 }).innerText();

  async function supporters(): Promise<number> {
    const words = await visitor.page.locator('ct-take-part p').first().innerText();
    return words.startsWith('Nobody') ? 0 : Number.parseInt(words, 10);
  }

  function supportersAre(number: number): string {
    return number === 1 ? '1 person supports it' : `${number} people support it`;
  }
});
