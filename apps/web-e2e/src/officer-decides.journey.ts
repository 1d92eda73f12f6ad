import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { electionFile, faultyElectionFile } from '../support/election-file.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';

const TITLE = `Northern towns vote ${Date.now()}`;
const BALLOTS = 20_000;

describe('from a file of ballots to a decision held to an indicator', () => {
  const step = journey();
  let browser: Browser;
  let first: Visitor;
  let second: Visitor;
  let round: string;
  let decision: string;
  beforeAll(async () => {
    browser = await openBrowser();
    first = await Visitor.arrive(browser);
    second = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('an officer signs in with a code and finds what is waiting', async () => {
    const { page } = first;
    await signIn(first, 'officer@demo.example');
    await first.open('/office');
    await page.getByRole('heading', { name: 'What is waiting' }).waitFor();
    await first.looksRight();
    await first.goOn(() => page.getByRole('link', { name: 'Imports', exact: true }).click());
    await first.looksRight();
  });

  step('a malformed file is refused with the line of every fault', async () => {
    const { page } = first;
    await sendFile(faultyElectionFile('malformed.pb'));
    const faults = page.getByRole('table', { name: 'Faults in the file' });
    await faults.waitFor();
    const lines = await faults.locator('tbody tr td:first-child').allInnerTexts();
    expect(lines.map((line) => line.trim())).toEqual(['15', '23']);
    expect(await faults.innerText()).toContain('a-castle');
    await first.looksRight();
  });

  step('a good file comes in while its progress is told', async () => {
    const { page } = first;
    await first.goOn(() => page.getByRole('link', { name: 'Import another file' }).click());
    await sendFile(electionFile('northern-towns.pb', BALLOTS));
    await page.getByRole('progressbar').waitFor();
    await page.getByText('5 projects and 20,000 ballots were stored').waitFor({ timeout: 60_000 });
    await first.looksRight();
    await first.goOn(() => page.getByRole('button', { name: 'Count it' }).click());
    round = new URL(page.url()).pathname;
  });

  step('the officer counts, reads the result and signs, but not twice', async () => {
    const { page } = first;
    await first.looksRight();
    await page.getByRole('button', { name: 'Run the count' }).click();
    const projects = page.getByRole('table', { name: 'Every project, the winners first' });
    await projects.waitFor({ timeout: 30_000 });
    expect(await projects.innerText()).toContain('Not funded');
    await first.looksRight();
    await page.getByRole('button', { name: 'Sign the count' }).click();
    await page.getByText('One officer has signed.').waitFor();
    expect(await page.getByRole('button', { name: 'Sign the count' }).count()).toBe(0);
    await page.getByText('You have signed this count. Another officer must sign it too.').waitFor();
    await first.looksRight();
  });

  step('a second officer signs too', async () => {
    const { page } = second;
    await signIn(second, 'second-officer@demo.example');
    await second.open('/office');
    const task = page.getByRole('listitem').filter({ hasText: TITLE });
    await second.goOn(() => task.getByRole('link', { name: 'Sign the count' }).click());
    await page.getByRole('button', { name: 'Sign the count' }).click();
    await page.getByText('Signed by two').waitFor();
    await second.looksRight();
    await second.goOn(() => page.getByRole('link', { name: 'Publish the outcome' }).click());
    const missing = page.getByRole('listitem').filter({ hasText: 'The decision is written' });
    expect(await missing.getByRole('link').getAttribute('href')).toContain('/count');
    await second.looksRight();
  });

  step('the decision cannot be published before it says what it is meant to change', async () => {
    const { page } = first;
    await first.open(round);
    await first.goOn(() => page.getByRole('button', { name: 'Write the decision' }).click());
    await page.getByRole('heading', { name: /^Decision D-/ }).waitFor();
    decision = new URL(page.url()).pathname.replace('/office', '');
    await first.looksRight();

    await page.getByLabel('What was decided, in a few sentences').fill('The projects that won are built.');
    await page.getByLabel('Why', { exact: true }).fill('The promised rule was kept: most votes first.');
    await page
      .getByLabel('Fairness')
      .fill('Walkers gain. The café may feel passed over. Anybody can count again.');
    await page.getByLabel('What happens next').fill('Work begins in spring; its progress is on this site.');
    const reason = page.getByLabel(/^\d+\. Youth café/);
    expect(await reason.inputValue()).not.toBe('');
    await reason.fill('It cost more than was left after the projects with more votes.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const need = page.getByRole('listitem').filter({ hasText: 'names at least one indicator' });
    expect(await need.innerText()).toContain('missing');
    await page.getByRole('button', { name: 'Save, and go on to publishing' }).click();
    await page.getByRole('alert').filter({ hasText: 'Add an aim' }).waitFor();
    await first.looksRight();
  });

  step('with an aim the officer sees all that would go out, and proposes it', async () => {
    const { page } = first;
    await page.getByRole('button', { name: 'Add an aim' }).click();
    await page.getByLabel('Which indicator should move?').selectOption({ index: 1 });
    await page.getByLabel('By how many percentage points?').fill('3');
    await page.getByLabel('Day', { exact: true }).fill('30');
    await page.getByLabel('Month', { exact: true }).fill('9');
    await page.getByLabel('Year', { exact: true }).fill('2027');
    await page
      .getByLabel('How is this decision meant to bring it about?')
      .fill('People meet where there is light and somewhere to sit.');
    await first.looksRight();
    await page.getByRole('button', { name: 'Save this aim' }).click();
    await page
      .getByText(/by 3 percentage points/)
      .first()
      .waitFor();
    await first.looksRight();
    await first.goOn(() => page.getByRole('button', { name: 'Save, and go on to publishing' }).click());
    await page.getByRole('heading', { name: 'What goes out' }).waitFor();
    await page.getByText('The sheet as it will look').click();
    await page.getByText('Not published. Do not pass on.').waitFor();
    await first.looksRight();
    await page.getByRole('checkbox', { name: /I have read all of it/ }).check();
    await page.getByRole('button', { name: 'Propose to publish' }).click();
    await page.getByText('Another officer must look at it').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm and publish' }).count()).toBe(0);
    await first.looksRight();
  });

  step('another officer finds it waiting and confirms: all of it goes out', async () => {
    const { page } = second;
    await second.open('/office');
    const task = page.getByRole('listitem').filter({ hasText: TITLE }).filter({ hasText: 'Proposed by' });
    await second.goOn(() => task.getByRole('link', { name: 'Look at an outcome and publish it' }).click());
    await page.getByRole('checkbox', { name: /I have read all of it/ }).check();
    await second.looksRight();
    await page.getByRole('button', { name: 'Confirm and publish' }).click();
    await page.getByRole('heading', { name: 'The outcome is published' }).waitFor();
    await second.looksRight();
    await first.open(decision.replace('/decisions', '/office/decisions'));
    await first.page.getByText('This decision is published and fixed').waitFor();
    await first.leave();
    await second.leave();
  });

  step('everybody reads what it aims at, on a phone too, and that it is not measured yet', async () => {
    for (const width of [1280, 320]) {
      const reader = await Visitor.arrive(browser, { width });
      await reader.open(decision);
      const aims = await reader.page.getByRole('region', { name: 'What it aims to change' }).innerText();
      expect(aims).toContain('Not measured yet');
      expect(aims).toContain('somewhere to sit');
      await reader.looksRight();
      await reader.goOn(() => reader.page.getByRole('link', { name: 'the press sheet' }).click());
      expect(await reader.page.getByRole('article').innerText()).toContain('20,000\n');
      await reader.looksRight();
      await reader.leave();
    }
  });

  async function sendFile(path: string): Promise<void> {
    const { page } = first;
    await page.getByLabel('The file').setInputFiles(path);
    await page
      .getByLabel('Which place does it belong to?')
      .selectOption({ label: 'Stoke-on-Trent (the whole council)' });
    await page.getByLabel('Title of the round (optional)').fill(TITLE);
    await first.goOn(() => page.getByRole('button', { name: 'Import', exact: true }).click());
  }
});
