import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const ROUND = 'Burslem and Tunstall neighbourhood fund';
const MARK = Date.now();
const ONE = `A herb garden at the library ${MARK}`;
const OTHER = `Herb garden by the library ${MARK}`;

describe('two proposals become one', () => {
  const step = journey();
  let browser: Browser;
  let first: Visitor;
  let second: Visitor;
  let officer: Visitor;
  let one: string;
  let other: string;
  beforeAll(async () => {
    browser = await openBrowser();
    first = await Visitor.arrive(browser);
    second = await Visitor.arrive(browser);
    officer = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('somebody hands in an idea', async () => {
    await signIn(first, 'resident@demo.example');
    one = await handIn(first, ONE);
  });

  step('somebody else is shown it while writing, and writes on', async () => {
    await signIn(second, 'guardian@demo.example');
    await second.page.setViewportSize({ width: 320, height: 640 });
    await begin(second, OTHER);
    await second.page.getByRole('heading', { name: 'Already proposed nearby?' }).waitFor();
    await second.page.getByRole('link', { name: ONE }).waitFor();
    await second.looksRight();
    other = await finish(second);
  });

  step('an officer lays both side by side and asks the authors', async () => {
    const { page } = officer;
    await signIn(officer, 'officer@demo.example');
    await officer.open(`/office${one}/merge`);
    await page.getByRole('radio', { name: new RegExp(OTHER) }).check();
    await page.getByRole('heading', { name: /^Stays:/ }).waitFor();
    await page.getByLabel('Why should they be one?').fill('Both want herbs in front of the library.');
    await officer.looksRight();
    await page.getByRole('button', { name: 'Ask the authors' }).click();
    await page.getByText('0 of 2 agreed').waitFor();
    await officer.looksRight();
  });

  step('both authors find it among their proposals, read both texts and agree', async () => {
    for (const visitor of [first, second]) {
      const { page } = visitor;
      await visitor.open('/proposals/mine');
      const waiting = page.getByRole('region', { name: 'Waiting for your consent' });
      const title = `Join proposal ${numberOf(one)} with proposal ${numberOf(other)}?`;
      await visitor.looksRight();
      await visitor.goOn(() => waiting.getByRole('link', { name: title }).click());
      await page.getByRole('heading', { name: 'Your answer' }).waitFor();
      await visitor.looksRight();
      await page.getByRole('button', { name: 'I agree' }).click();
      await page.getByText('You agreed', { exact: true }).waitFor();
      await visitor.looksRight();
    }
  });

  step('everybody sees that one went into the other', async () => {
    const stranger = await Visitor.arrive(browser, { javaScript: false });
    await stranger.open(one);
    const main = stranger.page.getByRole('main');
    expect(await main.innerText()).toContain(`Joined into proposal ${numberOf(other)}`);
    await stranger.open(other);
    expect(await main.innerText()).toContain(`Proposal ${numberOf(one)} was joined into this one`);
    await stranger.leave();
  });

  step('the officer undoes it with a reason', async () => {
    const { page } = officer;
    await officer.open(`/office${one}/merge`);
    await page.getByLabel('Reason, in plain words').fill('They mean different libraries.');
    await page.getByRole('button', { name: 'Undo it' }).click();
    await page.getByRole('button', { name: 'Ask the authors' }).waitFor();
    await officer.looksRight();
    for (const visitor of [first, second, officer]) await visitor.leave();
  });

  async function begin({ page }: Visitor, title: string): Promise<void> {
    await page.goto('/proposals/new');
    await page.getByRole('radio', { name: ROUND }).check();
    await page.getByLabel('What is your idea called?').fill(title);
    await page.getByRole('button', { name: 'Start writing' }).click();
    await page.getByRole('heading', { name: 'Write your proposal' }).waitFor();
  }

  async function finish(visitor: Visitor): Promise<string> {
    const { page } = visitor;
    await page.getByLabel('In one or two sentences').fill('Herbs that everybody may pick, in raised beds.');
    await page.getByLabel('The whole idea').fill('The bed in front of the library is empty.');
    await page.getByLabel('What might it cost?').fill('900');
    await visitor.goOn(() => page.getByRole('button', { name: 'Send it in' }).click());
    await page.getByText('Your proposal is public now').waitFor();
    return new URL(page.url()).pathname;
  }

  async function handIn(visitor: Visitor, title: string): Promise<string> {
    await begin(visitor, title);
    return finish(visitor);
  }

  function numberOf(path: string): string {
    return path.split('/').at(-1) ?? '';
  }
});
