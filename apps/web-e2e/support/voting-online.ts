import type { Browser } from 'playwright-core';

import { Visitor } from './browser.js';
import { signIn } from './signing-in.js';

/**
 * A resident votes for the nth project in a browser of their own.
 *
 * @param width of the screen while voting
 * @returns the receipt as the browser saves it
 */
export async function voteOnline(
  browser: Browser,
  slug: string,
  email: string,
  n: number,
  width = 1280,
): Promise<string> {
  const voter = await Visitor.arrive(browser);
  const { page } = voter;
  await signIn(voter, email);
  await page.setViewportSize({ width, height: 800 });
  await voter.open(`/rounds/${slug}/vote`);
  await page.getByRole('checkbox').nth(n).check();
  await voter.looksRight();
  await page.getByRole('button', { name: 'Check my choices' }).click();
  await page.getByRole('button', { name: 'Cast my vote' }).click();
  await page.getByRole('heading', { name: 'Your vote is cast' }).waitFor({ timeout: 60_000 });
  await voter.looksRight();
  const file = await page.getByRole('link', { name: 'Save the receipt' }).getAttribute('href');
  await voter.leave();
  return decodeURIComponent(file!.slice(file!.indexOf(',') + 1));
}

/** After the end, somebody checks their receipt and reads that it was counted. */
export async function checkReceipt(browser: Browser, slug: string, receipt: string): Promise<void> {
  const reader = await Visitor.arrive(browser);
  await reader.open(`/rounds/${slug}/check`);
  await reader.page.getByLabel('Your receipt or your change code').fill(receipt);
  await reader.page.getByRole('button', { name: 'Check my vote' }).click();
  await reader.page.getByText('The receipt is genuine.').waitFor();
  await reader.page.getByText('It was counted.').waitFor();
  await reader.looksRight();
  await reader.leave();
}
