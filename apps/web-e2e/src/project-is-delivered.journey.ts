import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { hearsWithinAMinute } from '../support/news-within-a-minute.js';
import { pngPicture } from '../support/picture.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';
import { ThroughApi } from '../support/through-api.js';

/** The round of the demo city that was voted on here; its outcome waits for one signature. */
const ROUND = 'meir-play-fund';
const REASON = 'The bricks were two months late from the kiln.';
const OUTCOME = 'The project stands where people asked for it and is open every day.';

describe('a funded project from its first step to its end', () => {
  const step = journey();
  let browser: Browser;
  let officer: Visitor;
  let reader: Visitor;
  let supporter: Visitor;
  let voter: Visitor;
  let number: string;
  let project: string;
  beforeAll(async () => {
    browser = await openBrowser();
    officer = await Visitor.arrive(browser);
    reader = await Visitor.arrive(browser);
    supporter = await Visitor.arrive(browser);
    voter = await Visitor.arrive(browser);
    await signIn(supporter, 'resident@demo.example');
    await signIn(voter, 'young-member@demo.example');
  });
  afterAll(() => browser.close());

  step(
    'a resident supports a project on the ballot, and the second officer publishes the outcome',
    async () => {
      const { page } = officer;
      const resident = await ThroughApi.signIn('resident@demo.example');
      const { items } = await resident.get<{ items: { number: number }[] }>(
        `/proposals?round=${ROUND}&state=on-ballot`,
      );
      for (const one of items)
        await resident.put(`/proposals/${one.number}/support`, {}).catch(() => undefined);

      await signIn(officer, 'officer@demo.example');
      await officer.open(`/office/rounds/${ROUND}/publish`);
      await page.getByRole('checkbox', { name: /I have read all of it/ }).check();
      await officer.looksRight();
      await page.getByRole('button', { name: 'Confirm and publish' }).click();
      await page.getByRole('heading', { name: 'The outcome is published' }).waitFor();
      await officer.looksRight();
    },
  );

  step('an officer finds a project that nobody delivers yet and names who does', async () => {
    const { page } = officer;
    const { items } = await (
      await ThroughApi.signIn('resident@demo.example')
    ).get<{ items: { number: number; title: string }[] }>(`/deliveries?round=${ROUND}&state=funded`);
    const [{ title } = { title: '' }] = items;
    project = title;
    await officer.open('/office/delivery');
    await page.getByRole('heading', { name: /Nobody named yet/ }).waitFor();
    await officer.looksRight();
    const waiting = page
      .getByRole('listitem')
      .filter({ hasText: project })
      .filter({ hasText: 'Meir play fund' });
    await officer.goOn(() => waiting.getByRole('link').first().click());
    number = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByLabel('Organisation or department').fill('Works department of the journey');
    await page.getByLabel('Office that answers questions').fill('Works office, Civic Centre');
    await page.getByRole('button', { name: 'Save who delivers it' }).click();
    await page.getByText('No step is planned yet.').waitFor();
    await officer.looksRight();
  });

  step(
    'plans a step that slips, not without a reason: its supporters and voters hear within a minute',
    async () => {
      const { page } = officer;
      await page.getByLabel('Step', { exact: true }).fill('Walls are up');
      await day(page.getByRole('group', { name: 'Planned day' }), 1, 2, 2030);
      await page.getByRole('button', { name: 'Plan this step' }).click();
      await page.getByText('Change: Walls are up').click();
      await page.getByLabel('It will be done on another day').check();
      await day(page.getByRole('group', { name: 'Day', exact: true }).first(), 1, 4, 2030);
      await page.getByRole('button', { name: 'Save the step' }).click();
      await page.getByRole('alert').getByText('Give the reason in a sentence').waitFor();
      await officer.looksRight();
      await page.getByLabel('Why is it later?').fill(REASON);
      await page.getByRole('button', { name: 'Save the step' }).click();
      const since = Date.now();
      await page.getByText('Planned for 1 February 2030, expected on 1 April 2030').waitFor();

      await hearsWithinAMinute(supporter, project, REASON, since);
      await hearsWithinAMinute(voter, project, REASON, since);
    },
  );

  step('tells how it is getting on, with a photo and its words', async () => {
    const { page } = officer;
    await page.getByLabel('What has happened?').fill('The first wall is up. It is as high as a door.');
    await page.getByRole('button', { name: 'Tell it' }).click();
    const file = { name: 'wall.png', mimeType: 'image/png', buffer: pngPicture() };
    await page.getByLabel('Choose a photo or document').setInputFiles(file);
    await page.getByLabel('What does it show?').fill('A red wall between two trees.');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('It was added.').waitFor();
    await officer.looksRight();
  });

  step('everybody sees who, when, why later, and the photo', async () => {
    const { page } = reader;
    await reader.open(`/proposals/${number}`);
    await page.getByText('Works department of the journey', { exact: true }).waitFor();
    await page.getByText(REASON).waitFor();
    const photo = page.getByRole('img', { name: 'A red wall between two trees.' });
    await photo.scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.ct-picture__image')].some(
        (one) => one.naturalWidth > 0,
      ),
    );
    await reader.looksRight();
    await reader.open('/delivery?attention=true');
    await page.getByText('Later than planned').first().waitFor();
    await reader.looksRight();
  });

  step('the officer pays, finishes the step and ends the project in plain words', async () => {
    const { page } = officer;
    await page.getByLabel('Paid', { exact: true }).check();
    await page.getByLabel('Amount').fill('1200');
    await day(page.getByRole('group', { name: 'Day', exact: true }).last(), 1, 9, 2026);
    await page.getByLabel('Organisation it goes to').fill('Brickworks co-operative');
    await page.getByLabel('What for').fill('Bricks and mortar');
    await page.getByLabel('Based in the area of the council').check();
    await page.getByRole('button', { name: 'Enter it' }).click();
    await page.getByText(/paid £1,200/).waitFor();

    await page
      .getByText(/^Change: /)
      .first()
      .click();
    await page.getByLabel('It is done').first().check();
    await day(page.getByRole('group', { name: 'Day', exact: true }).first(), 1, 9, 2026);
    await page.getByRole('button', { name: 'Save the step' }).click();
    await page.getByText('It is delivered, or it was stopped').click();
    await page.getByLabel('It is delivered', { exact: true }).check();
    await page.getByRole('button', { name: 'End the project' }).click();
    await page.getByRole('alert').getByText('Say what is different now').waitFor();
    await page.getByLabel('What became of it, in plain words?').fill(OUTCOME);
    await page.getByLabel('What is different now?').fill('People meet at the wall.');
    await page.getByLabel('What was not done?').fill('Everything was done.');
    await page.getByRole('button', { name: 'End the project' }).click();
    const since = Date.now();
    await page.getByText('Nothing about it changes any more.').waitFor();
    await officer.looksRight();

    await hearsWithinAMinute(supporter, project, OUTCOME, since);
    await hearsWithinAMinute(voter, project, OUTCOME, since);
  });

  step('and its page says what became of it', async () => {
    const { page } = reader;
    await reader.open(`/proposals/${number}`);
    await page.getByRole('heading', { name: /^Delivered on/ }).waitFor();
    await page.getByText(OUTCOME).first().waitFor();
    await page.getByText('100% of what was paid (£1,200 of £1,200)').waitFor();
    await reader.looksRight();
    for (const visitor of [officer, reader, supporter, voter]) expect(visitor.complaints).toEqual([]);
  });
});

async function day(group: Locator, dayOfMonth: number, month: number, year: number): Promise<void> {
  await group.getByLabel('Day', { exact: true }).fill(String(dayOfMonth));
  await group.getByLabel('Month').fill(String(month));
  await group.getByLabel('Year').fill(String(year));
}
