import { expect } from '@jest/globals';

import type { Visitor } from './browser.js';

/** A sheet of paper as it lies in front of an officer. */
export interface Sheet {
  readonly serial: string;
  readonly ticks: string;
}

/** Enters every sheet from the nth on, as it lies there. */
export async function enterSheets(officer: Visitor, sheets: readonly Sheet[], from = 0): Promise<void> {
  for (const [n, sheet] of sheets.entries()) {
    if (n < from) continue;
    await enter(officer, sheet);
    await sheetsEntered(officer, n + 1, sheets.length);
  }
}

/** The first three without touching the mouse; the third is taken back and entered again. */
export async function firstSheetsByKeyboard(officer: Visitor, sheets: readonly Sheet[]): Promise<void> {
  const { page } = officer;
  await page.getByLabel('Number of the sheet').focus();
  for (const [n, { serial, ticks }] of sheets.slice(0, 3).entries()) {
    await page.keyboard.type(serial);
    await page.keyboard.press('Enter');
    await page.keyboard.type(ticks);
    await page.keyboard.press('Enter');
    await sheetsEntered(officer, n + 1, sheets.length);
  }
  await page.getByRole('button', { name: 'Undo this sheet' }).click();
  await sheetsEntered(officer, 2, sheets.length);
  expect(await page.getByLabel('Ticks').inputValue()).toBe(sheets[2]!.ticks);
  await officer.looksRight();
  await page.getByRole('button', { name: 'Enter this sheet' }).click();
  await sheetsEntered(officer, 3, sheets.length);
}

/** Three that are refused: never printed, entered before, and more ticks than the paper allows. */
export async function refusedSheets(officer: Visitor, [first, , , fourth]: readonly Sheet[]): Promise<void> {
  const refused = (words: string | RegExp) =>
    officer.page.getByRole('alert').filter({ hasText: words }).waitFor();
  await enter(officer, { serial: 'ABCD-EFGH', ticks: '1' });
  await refused('No sheet with this number was printed');
  await enter(officer, { serial: first!.serial, ticks: '1' });
  await refused('has been entered already');
  await enter(officer, { serial: fourth!.serial, ticks: '1 2 3' });
  await refused(/at most|more than|too many/i);
  await officer.looksRight();
}

export async function sheetsEntered({ page }: Visitor, count: number, of: number): Promise<void> {
  await page.getByText(`${count} of ${of} sheets entered`).waitFor();
}

async function enter({ page }: Visitor, { serial, ticks }: Sheet): Promise<void> {
  await page.getByLabel('Number of the sheet').fill(serial);
  await page.getByLabel('Ticks').fill(ticks);
  await page.getByLabel('Ticks').press('Enter');
}
