import type { Browser } from 'playwright-core';

import { Visitor } from './browser.js';
import { londonMoment, typeDay } from './typed-dates.js';
import type { Sheet } from './double-entry.js';

const DICE = '6251436152 3314';

/** Announces that five sheets will be drawn. @returns when, a minute from now at least: it is typed in whole minutes */
export async function announceDice(officer: Visitor, office: string): Promise<number> {
  const { page } = officer;
  const thrownAt = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000;
  await officer.open(`${office}/paper/sample`);
  await page.getByLabel('How many sheets are drawn?').fill('5');
  const soon = londonMoment(new Date(thrownAt));
  await typeDay(officer, soon.day);
  await page.getByLabel('At what time?').fill(soon.time);
  await page.getByLabel('Where?').fill('Town hall, council chamber');
  await officer.looksRight();
  await page.getByRole('button', { name: 'Announce it' }).click();
  await page.getByText('5 sheets are drawn on').waitFor();
  return thrownAt;
}

/** Two officers enter what the dice show. @returns the sheets drawn, with what the log says of them */
export async function throwDice(officers: readonly Visitor[], office: string): Promise<Sheet[]> {
  for (const officer of officers) {
    await officer.open(`${office}/paper/sample`);
    await officer.page.getByLabel('Digits of the dice').fill(DICE);
    await officer.page.getByRole('button', { name: 'Draw by these digits' }).click();
    await officer.page.getByText(/You have entered the digits|Drawn by the digits/).waitFor();
    await officer.looksRight();
  }
  const [first] = officers;
  await first!.open(`${office}/paper/sample`);
  const table = first!.page.getByRole('table', { name: 'Sheets drawn, and what the log says of them' });
  const rows = await Promise.all((await table.locator('tbody tr').all()).map((row) => row.innerText()));
  return rows.map((row) => {
    const [serial, , words] = row.split('\t').map((cell) => cell.trim());
    return { serial: serial!, ticks: words!.split(':')[0]! };
  });
}

/** Both say that no sheet differed. */
export async function agreeOnSample(officers: readonly Visitor[], office: string): Promise<void> {
  for (const officer of officers) {
    await officer.open(`${office}/paper/sample`);
    await officer.page.getByLabel('How many of them differ from the paper?').fill('0');
    await officer.page.getByRole('button', { name: 'This is what we found' }).click();
    await officer.page.getByText(/You have entered what you found|0 of 5 sheets differed/).waitFor();
  }
  await officers.at(-1)!.looksRight();
}

/** What everybody reads of the paper ballots beside the results. */
export async function paperRecord(browser: Browser, slug: string, width: number): Promise<string> {
  const reader = await Visitor.arrive(browser, { width });
  await reader.open(`/rounds/${slug}/results`);
  const words = await reader.page.getByRole('region', { name: 'Paper ballots' }).innerText();
  await reader.looksRight();
  await reader.leave();
  return words;
}
