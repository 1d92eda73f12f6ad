import type { Visitor } from './browser.js';

/** The first officer asks to close the vote, which leaves it open. */
export async function askToClose(officer: Visitor, office: string, reason: string): Promise<void> {
  const { page } = officer;
  await officer.open(`${office}/vote`);
  await page.getByLabel('Reason, in plain words').fill(reason);
  await page.getByRole('button', { name: 'Ask to close the vote' }).click();
  await page.getByText('It stays open until a second, different officer').waitFor();
  await officer.looksRight();
}

/** The second one's word closes it. */
export async function closeAsSecond(officer: Visitor, office: string, reason: string): Promise<void> {
  const { page } = officer;
  await officer.open(`${office}/vote`);
  await page.getByText('With your word the vote is closed at once').waitFor();
  await officer.looksRight();
  await page.getByLabel('Reason, in plain words').fill(reason);
  await page.getByRole('button', { name: 'Close the vote now' }).click();
  await page.getByText('Voting is closed. Paper ballots are entered now.').waitFor({ timeout: 30_000 });
}
