import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const TITLE = `Warm places in winter ${Date.now()}`;
const TODAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
});

describe('an officer sets up a round by answering questions', () => {
  const step = journey();
  let browser: Browser;
  let officer: Visitor;
  beforeAll(async () => {
    browser = await openBrowser();
    officer = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('says what it is about, and is told at once what is missing', async () => {
    const { page } = officer;
    await signIn(officer, 'second-officer@demo.example');
    await officer.open('/office/rounds/new');
    await question('What it is about');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await officer.looksRight();
    await page.getByLabel('Which place is it for?').selectOption({ label: 'Burslem' });
    await page.getByLabel('Title', { exact: true }).fill(TITLE);
    await page.getByLabel('In one or two sentences').fill('Rooms that are open and warm on winter evenings.');
    await page.getByLabel('What residents should know').fill('An invented round for a test of this form.');
    await goOn('The money');
  });

  step('names the money, the dates and who may vote', async () => {
    const { page } = officer;
    await page.getByLabel('Name of the pot').fill('Winter money');
    await page.getByLabel('Amount in pounds').fill('25,000');
    await page.getByText('Together: £25,000').waitFor();
    await officer.looksRight();
    await goOn('The dates');
    const ideas = page.getByRole('group', { name: 'Ideas' }).getByRole('group', { name: 'First day' });
    const today = Object.fromEntries(TODAY.formatToParts().map(({ type, value }) => [type, value]));
    await ideas.getByLabel('Day').fill(today['day']!);
    await ideas.getByLabel('Month').fill(today['month']!);
    await ideas.getByLabel('Year').fill(today['year']!);
    await page.getByRole('button', { name: 'Fill in the other dates from this one' }).click();
    await officer.looksRight();
    await goOn('Who may vote');
    await page.getByLabel('From which age may people vote?').fill('16');
    await page.getByRole('checkbox', { name: 'They live there' }).check();
    await officer.looksRight();
    await goOn('The ballot paper');
  });

  step('chooses ballot and rule, and reloads without losing an answer', async () => {
    const { page } = officer;
    await page.getByRole('radio', { name: 'Tick what you are for' }).check();
    await page.getByLabel('Most projects to choose (optional)').fill('4');
    await officer.looksRight();
    await goOn('How votes are counted');
    await page.getByRole('radio', { name: /Equal Shares/ }).check();
    await officer.looksRight();
    await page.reload();
    await question('How votes are counted');
    await goOn('Check your answers');
    const answers = await page.getByRole('main').innerText();
    for (const answer of [TITLE, '£25,000', 'Burslem', '16', '4', 'Equal Shares'])
      expect(answers).toContain(answer);
    await officer.looksRight();
  });

  step('keeps it as a draft, which nobody else sees, then opens it', async () => {
    const { page } = officer;
    await officer.goOn(() => page.getByRole('button', { name: 'Save as a draft' }).click());
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await officer.looksRight();
    const round = new URL(page.url()).pathname.replace('/office', '');
    const resident = await Visitor.arrive(browser, { width: 320 });
    const refused = await resident.page.goto(round);
    expect(refused?.status()).toBe(404);
    expect(await resident.page.getByRole('main').innerText()).not.toContain(TITLE);

    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.getByText('Open for ideas').waitFor();
    await officer.looksRight();
    await resident.open(round);
    await resident.page.getByRole('heading', { name: TITLE }).waitFor();
    await resident.looksRight();
    await resident.leave();
    await officer.leave();
  });

  async function question(name: string): Promise<void> {
    await officer.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async function goOn(to: string): Promise<void> {
    await officer.page.getByRole('button', { name: 'Go on' }).click();
    await question(to);
  }
});
