import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';
import { HoldUp, secondTab, translatePage } from '../support/two-tabs.js';

const VOTE = '/rounds/longton-community-fund/vote';
const ELSEWHERE = { name: 'Voting is open in another tab' };
const CAST = { name: 'Your vote is cast' };

const toCheck = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Check my choices' }).click();
  await page.getByRole('heading', { name: 'Check your choices' }).waitFor();
};
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();
/** The other tab comes to the front, as when the one before it was closed. */
const goOnIn = async (page: Page): Promise<void> => {
  await page.bringToFront();
  const button = page.getByRole('button', { name: 'Go on in this tab' });
  if (await button.isVisible()) await button.click().catch(() => undefined);
};

describe('two tabs, one vote', () => {
  const step = journey();
  let browser: Browser;
  let visitor: Visitor;
  let other: Page;
  let code = '';
  beforeAll(async () => {
    browser = await openBrowser();
    visitor = await Visitor.arrive(browser);
    await signIn(visitor, 'young-member@demo.example');
  });
  afterAll(() => browser.close());

  step('the second tab says that the first holds the vote, at 320 pixels too', async () => {
    await visitor.open(VOTE);
    await visitor.page.getByRole('checkbox').first().check();
    other = await secondTab(visitor, VOTE);
    await other.getByRole('heading', ELSEWHERE).waitFor();
    expect(await other.getByRole('checkbox').count()).toBe(0);
    await press(other, 'Go on in this tab');
    await other.getByRole('heading', ELSEWHERE).waitFor();
  });

  step(
    'a reload keeps the booth; the tab that waits gets it when the first is closed, with the draft',
    async () => {
      await visitor.page.reload();
      await visitor.page.getByRole('checkbox').first().waitFor();
      await visitor.page.goto('/');
      await goOnIn(other);
      await other.getByRole('checkbox').first().waitFor();
      expect(await other.getByRole('checkbox').first().isChecked()).toBe(true);
      await visitor.open(VOTE);
      await visitor.page.getByRole('heading', ELSEWHERE).waitFor();
      await visitor.looksRight();
    },
  );

  step('a tab killed after the pass was asked for and before it came leaves nothing lost', async () => {
    const held = await HoldUp.at(visitor, '**/api/rounds/*/pass', 'before');
    await toCheck(other);
    await press(other, 'Cast my vote');
    await held.reached();
    await other.close();
    await held.end();
    await goOnIn(visitor.page);
    await visitor.page.getByText('You began to cast a vote here, and it was not sent').waitFor();
  });

  step('nor one killed after the pass was signed, before its answer came', async () => {
    const held = await HoldUp.at(visitor, '**/api/rounds/*/pass', 'after');
    other = await secondTab(visitor, VOTE);
    await other.getByRole('heading', ELSEWHERE).waitFor();
    await toCheck(visitor.page);
    await press(visitor.page, 'Cast my vote');
    await held.reached();
    await visitor.page.goto('about:blank');
    await held.end();
    await goOnIn(other);
    await other.getByText('You began to cast a vote here, and it was not sent').waitFor();
  });

  step('nor one killed with the ballot sealed and not yet sent', async () => {
    const held = await HoldUp.at(visitor, '**/urn/cast', 'before');
    await toCheck(other);
    await press(other, 'Cast my vote');
    await held.reached();
    await other.close();
    await held.end();
    await visitor.open(VOTE);
    await visitor.page.getByRole('heading', { name: 'Finish your vote' }).waitFor();
  });

  step('nor one killed with the ballot in the box and the receipt on its way', async () => {
    const held = await HoldUp.at(visitor, '**/urn/cast', 'after');
    await press(visitor.page, 'Finish my vote');
    await held.reached();
    other = await secondTab(visitor, VOTE);
    await other.getByRole('heading', ELSEWHERE).waitFor();
    await visitor.page.goto('about:blank');
    await held.end();
    await goOnIn(other);
    await press(other, 'Finish my vote');
    await other.getByRole('heading', CAST).waitFor({ timeout: 60_000 });
    code = await other.getByTestId('change-code').innerText();
  });

  step('the receipt stays with its tab through reloads, whatever the others try', async () => {
    await visitor.open(VOTE);
    await visitor.page.getByRole('heading', ELSEWHERE).waitFor();
    await other.reload();
    await other.getByRole('heading', CAST).waitFor();
    expect(await other.getByTestId('change-code').innerText()).toBe(code);
    await visitor.page.reload();
    await visitor.page.getByRole('heading', ELSEWHERE).waitFor();
  });

  step('a ballot that the browser translates goes on counting and is cast', async () => {
    await press(other, 'Change my vote');
    const tally = other.locator('.ct-tally [role=status]');
    const before = await tally.innerText();
    await other.evaluate(translatePage);
    await other.getByRole('checkbox').nth(1).check();
    await tally.filter({ hasNotText: before }).waitFor();
    await other.evaluate(translatePage);
    await toCheck(other);
    await other.evaluate(translatePage);
    await press(other, 'Cast my change');
    await other.getByRole('heading', { name: 'Your vote is changed' }).waitFor({ timeout: 60_000 });
  });

  step('when that tab is closed, another says that the vote stands, and asks for no second one', async () => {
    await other.close();
    await goOnIn(visitor.page);
    await visitor.page.getByText('If you have voted, your vote stands').waitFor();
    await visitor.looksRight();
    await visitor.leave();
  });
});
