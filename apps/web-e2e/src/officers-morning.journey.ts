import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';

import { address, openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const ROADS = 'Roads and green spaces (invented) (Stoke-on-Trent)';
const NAME = `Stepping stones ${Date.now()}`;
const WHY = 'The brook belongs to the water company, and it does not allow anything to be built in it.';
const APPEAL = 'The water company wrote to us last week: it allows stones that can be lifted out again.';

describe('an officer’s morning: assign, review, refuse with a second signature, letter, appeal upheld', () => {
  const step = journey();
  let browser: Browser;
  let author: Visitor;
  let officer: Visitor;
  let reviewer: Visitor;
  let number: string;
  beforeAll(async () => {
    browser = await openBrowser();
    author = await Visitor.arrive(browser);
    officer = await Visitor.arrive(browser);
    reviewer = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  const inHand = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'The proposal in hand' });
  const question = (visitor: Visitor, name: RegExp): Locator =>
    inHand(visitor).getByRole('region', { name }).first();
  const open = async (visitor: Visitor, tab: string): Promise<void> => {
    await visitor.open(`/office/reviews?tab=${tab}&q=${number}&n=${number}`);
    await inHand(visitor)
      .getByRole('heading', { name: new RegExp(NAME) })
      .waitFor();
  };

  step('a resident hands in an idea', async () => {
    const { page } = author;
    await signIn(author, 'resident@demo.example');
    await author.open('/proposals/new');
    await page.getByRole('radio', { name: /Burslem and Tunstall/ }).check();
    await page.getByLabel('What is your idea called?').fill(NAME);
    await author.goOn(() => page.getByRole('button', { name: 'Start writing' }).click());
    await page.getByLabel('In one or two sentences').fill('Six stones across the brook behind the school.');
    await page
      .getByLabel('The whole idea')
      .fill('Children cross there today with wet feet. Stones would help.');
    await page.getByLabel('What might it cost?').fill('4000');
    await author.goOn(() => page.getByRole('button', { name: 'Send it in' }).click());
    number = /\d+/.exec(new URL(page.url()).pathname)![0];
  });

  step('an officer finds it among the new ones and assigns it in bulk', async () => {
    const { page } = officer;
    await signIn(officer, 'officer@demo.example');
    await officer.open('/office');
    await page.getByRole('heading', { name: 'What is waiting' }).waitFor();
    await officer.looksRight();
    await officer.open(`/office/reviews?tab=new&q=${number}`);
    await page.getByRole('listitem').filter({ hasText: NAME }).waitFor();
    await officer.looksRight();
    await page.getByRole('checkbox', { name: `Choose ${NAME}` }).check();
    const bulk = page.getByRole('region', { name: 'Assign 1 proposal' });
    await bulk.getByLabel('What').selectOption({ label: 'Safety' });
    await bulk.getByLabel('To which department').selectOption({ label: ROADS });
    await officer.looksRight();
    await bulk.getByRole('button', { name: 'Assign them' }).click();
    await page.getByText('1 proposal is assigned.').waitFor();
    await officer.looksRight();
  });

  step('the department’s reviewer answers what it is asked, and nothing else', async () => {
    await signIn(reviewer, 'reviewer@demo.example');
    await open(reviewer, 'mine');
    await reviewer.looksRight();
    const safety = question(reviewer, /^Safety/);
    await safety.getByRole('radio', { name: 'Yes', exact: true }).check();
    await safety.getByText('Saved').waitFor();
    for (const name of [/^What it costs/, /^Getting it done/]) {
      await question(reviewer, name).getByRole('radio', { name: 'Yes', exact: true }).check();
    }
    expect(
      await question(reviewer, /^Fair to everybody/)
        .getByRole('radio')
        .count(),
    ).toBe(0);
    await reviewer.looksRight();
  });

  step('a no without its reason is not finished', async () => {
    await open(officer, 'all');
    const panel = inHand(officer);
    for (const name of [
      /^Power to do it/,
      /^What it costs/,
      /^Keeping it going/,
      /^Fair to/,
      /^Safety/,
      /^Getting/,
    ]) {
      await question(officer, name).getByRole('radio', { name: 'Yes', exact: true }).check();
    }
    const land = question(officer, /^Land and buildings/);
    await land.getByRole('radio', { name: 'No', exact: true }).check();
    await panel.getByRole('button', { name: 'Finish my answers' }).click();
    await officer.page.getByRole('alert').filter({ hasText: 'Choose what the reason is about' }).waitFor();
    await officer.looksRight();
    await land
      .getByLabel('What the reason is about')
      .selectOption({ label: 'Not the council’s land or building' });
    await land.getByLabel('Why not, in plain words').fill(WHY);
    await panel.getByRole('button', { name: 'Finish my answers' }).click();
    await panel.getByText('Your answers are finished.').waitFor();
    await panel.getByText('The answers amount to:').waitFor();
    await officer.looksRight();
  });

  step('the officer confirms the no; the author hears nothing yet', async () => {
    const panel = inHand(officer);
    await panel
      .getByLabel('How the letter to its author begins')
      .fill('Thank you for your idea. We liked it.');
    await panel.getByRole('button', { name: 'Confirm: Do not take it forward' }).click();
    await panel.getByText('Another officer has to sign it.').waitFor();
    expect(await panel.innerText()).toContain(WHY);
    await officer.looksRight();
    await author.open(`/proposals/${number}`);
    const page = await author.page.getByRole('main').innerText();
    expect(page).toContain('Being reviewed');
    expect(page).not.toContain('water company');
  });

  step('a second officer signs', async () => {
    const second = await Visitor.arrive(browser);
    await signIn(second, 'second-officer@demo.example');
    await open(second, 'to-sign');
    await second.looksRight();
    await inHand(second).getByRole('button', { name: 'Sign the letter' }).click();
    await inHand(second).getByText('Signed. Its author has the letter and can appeal.').waitFor();
    await second.looksRight();
    await second.leave();
  });

  step('the author reads the letter and appeals, once', async () => {
    const { page } = author;
    await author.open(`/proposals/${number}`);
    await page.getByText(WHY).first().waitFor();
    await author.looksRight();
    await author.goOn(() => page.getByRole('link', { name: 'Read the letter about it' }).click());
    const letter = await page.getByRole('main').innerText();
    for (const words of ['Not taken forward', 'We liked it.', WHY, 'What was good', 'You can appeal once']) {
      expect(letter).toContain(words);
    }
    await author.looksRight();
    await author.goOn(() => page.getByRole('link', { name: 'Go to the proposal' }).click());
    await page.getByText('Appeal against this').click();
    await page.getByLabel('Why should it be looked at again?').fill(APPEAL);
    await author.looksRight();
    await page.getByRole('button', { name: 'Send the appeal' }).click();
    await page.getByText('An officer who had no part in the decision looks at it.').waitFor();
    expect(await page.getByText('Appeal against this').count()).toBe(0);
    await author.looksRight();
  });

  step('a third officer upholds the appeal, and the review goes on with what had failed', async () => {
    const third = await Visitor.arrive(browser);
    await signIn(third, 'third-officer@demo.example');
    await third.page.setViewportSize({ width: 320, height: 900 });
    await open(third, 'appeals');
    await third.looksRight();
    const panel = inHand(third);
    expect(await panel.innerText()).toContain(APPEAL);
    await panel.getByRole('radio', { name: /^Yes: review it again/ }).check();
    await panel.getByLabel('Reason, in plain words').fill('The water company has changed its mind.');
    await panel.getByRole('button', { name: 'Decide the appeal' }).click();
    await panel.getByText('The appeal is decided. Its author can read why.').waitFor();
    await third.looksRight();
    const land = question(third, /^Land and buildings/);
    expect(await land.getByRole('radio', { checked: true }).count()).toBe(0);
    await third.leave();
  });

  step('everybody reads that the appeal was upheld, and why, but not what it said', async () => {
    const answer = await fetch(`${address}/proposals/${number}`);
    const page = await answer.text();
    expect(page).toContain('The appeal was upheld');
    expect(page).toContain('The water company has changed its mind.');
    expect(page).not.toContain('stones that can be lifted');
    await author.open(`/proposals/${number}`);
    await author.looksRight();
    for (const visitor of [author, officer, reviewer]) await visitor.leave();
  });

  step('departments and the questions of a round are set up on a page each', async () => {
    const chief = await Visitor.arrive(browser);
    await signIn(chief, 'administrator@demo.example');
    await chief.open('/office/departments');
    await chief.looksRight();
    await chief.leave();
  });
});
