import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { type RoundToVoteOn, roundToVoteOn } from '../support/round-to-vote-on.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';
import { ThroughApi } from '../support/through-api.js';

const HEADINGS = 'full_name,date_of_birth,postcode,house';
/** As Excel in Britain saves it: `Zoë O’Brien`, and two people of London. */
const FILE = Buffer.from(
  `${HEADINGS}\nZo\xeb O\x92Brien,1980-02-29,ST3 5DC,901\nInvented Londoner,1970-01-01,SW1A 1AA,10\n` +
    'Another Londoner,1971-01-01,SW1A 1AA,10\n',
  'latin1',
);

describe('voters by a file: asked about, decided on, and taken back by two', () => {
  const step = journey();
  let browser: Browser;
  let round: RoundToVoteOn;
  let ada: Visitor;
  let ben: Visitor;
  let roll: string;

  beforeAll(async () => {
    browser = await openBrowser();
    const clerk = await ThroughApi.signIn('officer@demo.example');
    round = await roundToVoteOn(clerk, [await ThroughApi.signIn('resident@demo.example')]);
    roll = `/office/rounds/${round.slug}/roll`;
    ada = await Visitor.arrive(browser);
    ben = await Visitor.arrive(browser);
    await signIn(ada, 'officer@demo.example');
    await signIn(ben, 'second-officer@demo.example');
  });
  afterAll(async () => {
    await ada.leave();
    await ben.leave();
    await browser.close();
  });

  step('the officer sees the lines of a file that is not UTF-8, and confirms them', async () => {
    const { page } = ada;
    await ada.open(roll);
    const file = { name: 'voters.csv', mimeType: 'text/csv', buffer: FILE };
    await page.getByLabel('The file of voters').setInputFiles(file);
    await page.getByRole('button', { name: 'Look it over' }).click();
    await page.getByText('Zoë O’Brien').waitFor();
    await ada.looksRight();
    await page.getByRole('button', { name: 'Yes, every letter is right' }).click();
  });

  step('a postcode of London is named with its lines, and left out by the officer', async () => {
    const { page } = ada;
    const row = page.getByRole('row').filter({ hasText: 'SW1A 1AA' });
    await row.getByText('Of another part of the country').waitFor();
    await row.getByText('3, 4').waitFor();
    await ada.looksRight();
    await row.getByRole('combobox').selectOption({ label: 'Leave them out: it does not' });
    await page.getByRole('button', { name: 'Look it over again' }).click();
    await page.getByRole('button', { name: 'Store it' }).click();
    await page.getByText('The file is stored.').waitFor();
    await page.getByText('1 people added, 0 for an officer to decide, 2 left out.').waitFor();
    await ada.looksRight();
  });

  step('one officer asks to take somebody off, the other sees who it is and confirms', async () => {
    const { page } = ada;
    await ada.open(`${roll}/remove`);
    await page.getByLabel('Full name').fill('Zoe O’Brien');
    await page.getByLabel('Day').fill('29');
    await page.getByLabel('Month').fill('2');
    await page.getByLabel('Year').fill('1980');
    await page.getByLabel('Number or name of the house').fill('901');
    await page.getByLabel('Postcode').fill('ST3 5DC');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('Name, date of birth and home agree.').waitFor();
    await page.getByLabel('Reason, in plain words').fill('Moved to another council.');
    await ada.looksRight();
    await page.getByRole('button', { name: 'Ask to take this person off' }).click();
    await page.getByText('A second officer confirms it').waitFor();
    await ada.looksRight();

    await ben.open('/office');
    await ben.page.getByText('Voters are to be taken off a list').first().waitFor();
    await ben.open(roll);
    await ben.page.getByText('Zoe O’Brien').waitFor();
    await ben.looksRight();
    await ben.page.getByRole('button', { name: /^Confirm.*Take one person off/ }).click();
    await ben.page.getByText('Confirmed: 1 person was taken off.').waitFor();
    expect(await ben.page.getByText('Zoe O’Brien').count()).toBe(0);
  });

  step('the whole file is taken back, by two', async () => {
    await ada.open(roll);
    await ada.page.getByText('Take this file back').click();
    await ada.page.getByLabel('Reason, in plain words').fill('It was the list of another round.');
    await ada.page.getByRole('button', { name: 'Ask to take it back' }).click();
    await ada.page.getByText('You asked. Another officer must confirm it.').waitFor();
    await ada.looksRight();
    await ben.open(roll);
    await ben.page.getByRole('button', { name: /^Confirm.*Take a whole file back/ }).click();
    await ben.page.getByText('Taken back.').waitFor();
    await ben.looksRight();
  });
});
