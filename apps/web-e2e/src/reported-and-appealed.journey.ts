import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const WORDS = `The people at the corner are to blame, ${Date.now()}`;
const REASON = 'It points at people who can be told from the place.';

describe('a comment is reported, hidden, appealed and shown again', () => {
  const step = journey();
  let browser: Browser;
  let author: Visitor;
  let reader: Visitor;
  let proposal: string;
  let ticket: string;
  beforeAll(async () => {
    browser = await openBrowser();
    author = await Visitor.arrive(browser);
    reader = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('somebody writes it', async () => {
    const { page } = author;
    await signIn(author, 'facilitator@demo.example');
    await author.open('/proposals?state=submitted');
    await author.goOn(() =>
      page.locator('main').locator('h2 a, h3 a').and(page.locator('a[href^="/proposals/"]')).first().click(),
    );
    proposal = new URL(page.url()).pathname;
    await page.getByLabel('Your comment').fill(WORDS);
    await page.getByRole('button', { name: 'Publish your comment' }).click();
    await page.getByRole('listitem').filter({ hasText: WORDS }).waitFor();
  });

  step('a reader without an account reports it on a phone and gets a ticket', async () => {
    const { page } = reader;
    await page.setViewportSize({ width: 320, height: 640 });
    await reader.open(proposal);
    const comment = page.getByRole('listitem').filter({ hasText: WORDS });
    await reader.goOn(() => comment.getByRole('link', { name: /^Report/ }).click());
    await page.getByText(WORDS).waitFor();
    await reader.looksRight();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await reader.looksRight();
    await page.getByRole('radio', { name: 'Private details of a person' }).check();
    await page.getByLabel('What should the moderator know?').fill('There is only one corner.');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('heading', { name: 'We have your report' }).waitFor();
    await reader.looksRight();
    ticket = /(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}/.exec(await page.getByRole('main').innerText())![0];
    await reader.goOn(() => page.getByRole('link', { name: 'See what becomes of it' }).click());
    await page.getByText('A moderator has not decided yet').waitFor();
    await reader.looksRight();
  });

  step('another one reports it with JavaScript switched off, and gets a ticket too', async () => {
    const plain = await Visitor.arrive(browser, { javaScript: false, width: 320 });
    const { page } = plain;
    await plain.page.waitForTimeout(1100);
    await page.goto(proposal);
    await page
      .getByRole('listitem')
      .filter({ hasText: WORDS })
      .getByRole('link', { name: /^Report/ })
      .click();
    await page.getByLabel('What should the moderator know?').fill('It is about “us” & ours <b>.');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await page.getByLabel('What should the moderator know?').inputValue()).toContain('& ours <b>.');
    await page.getByRole('radio', { name: 'Private details of a person' }).check();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('heading', { name: 'We have your report' }).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}/);
    await plain.leave();
  });

  step('a moderator thinks it through and hides it', async () => {
    const moderator = await Visitor.arrive(browser);
    const { page } = moderator;
    await signIn(moderator, 'moderator@demo.example');
    await moderator.open('/office/moderation');
    await moderator.looksRight();
    await moderator.goOn(() =>
      page
        .getByRole('link', { name: /reported comment/ })
        .last()
        .click(),
    );
    await page.getByText(WORDS).waitFor();
    await moderator.looksRight();
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByLabel('Which harm does it do, and to whom?').fill('Neighbours can be told from it.');
    await page.getByLabel('What was said around it?').fill('A talk about benches.');
    await page.getByLabel('Would something milder do?').fill('No.');
    await page.getByRole('radio', { name: 'Hide it', exact: true }).check();
    await page.getByRole('radio', { name: 'Private details of a person' }).check();
    await page.getByLabel('The reason, for everybody').fill(REASON);
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Decided. The author is told.').waitFor();
    await moderator.looksRight();
    await moderator.leave();
  });

  step('everybody reads the reason in its place, also without JavaScript, and in the log', async () => {
    const stranger = await Visitor.arrive(browser, { javaScript: false });
    for (const path of [proposal, '/moderation']) {
      await stranger.page.waitForTimeout(1100);
      await stranger.open(path);
      const text = await stranger.page.getByRole('main').innerText();
      expect(text).toContain(REASON);
      expect(text).not.toContain(WORDS);
    }
    await stranger.leave();
    await reader.open('/moderation');
    await reader.looksRight();
    await reader.open(`/reports/${ticket}`);
    await reader.page.getByText(REASON).waitFor();
    await reader.leave();
  });

  step('the author appeals, another moderator answers, and it is shown again', async () => {
    const { page } = author;
    await author.open('/moderation/mine');
    await page.getByText(WORDS).waitFor();
    await author.looksRight();
    await page.getByText('Appeal against this decision').first().click();
    await page
      .getByLabel('Why was the decision wrong?')
      .first()
      .fill('It is the corner of the shop, not of a house.');
    await author.looksRight();
    await page.getByRole('button', { name: 'Send the appeal' }).first().click();
    await page.getByText('You have appealed.').first().waitFor();

    const second = await Visitor.arrive(browser);
    await signIn(second, 'second-moderator@demo.example');
    await second.open('/office/moderation');
    const appeals = second.page.getByRole('link', { name: /Answer an appeal about a comment/ });
    await second.goOn(() => appeals.last().click());
    await second.page.getByText(WORDS).waitFor();
    await second.page.getByRole('radio', { name: 'Yes: show it again' }).check();
    await second.page.getByLabel('Why? The author reads this').fill('A shop is not a private person.');
    await second.looksRight();
    await second.page.getByRole('button', { name: 'Answer the appeal' }).click();
    await second.page.getByText('Appeal upheld.').waitFor();
    await second.leave();

    await author.open(proposal);
    await page.getByText(WORDS).waitFor();
    await author.leave();
  });
});
