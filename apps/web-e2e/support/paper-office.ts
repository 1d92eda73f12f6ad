import type { Visitor } from './browser.js';
import type { PaperVoter } from './paper-voters.js';
import type { ThroughApi } from './through-api.js';
import { typeDay } from './typed-dates.js';

/** What an officer types at the table: who stands there. */
export async function findVoter(officer: Visitor, voter: PaperVoter): Promise<void> {
  const { page } = officer;
  await page.getByLabel('Full name').fill(voter.fullName);
  await typeDay(officer, voter.dateOfBirth);
  await page.getByLabel('Number or name of the house').fill(voter.house);
  await page.getByLabel('Postcode').fill(voter.postcode);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
}

/** Sheets for people at the table whose turn is not what a journey is about. */
export async function handOutSheets(
  clerk: ThroughApi,
  slug: string,
  voters: readonly PaperVoter[],
): Promise<void> {
  for (const voter of voters) {
    const [found] = await clerk.post<{ elector: string }[]>(`/rounds/${slug}/roll/search`, voter);
    await clerk.post(`/rounds/${slug}/roll/paper`, { elector: found!.elector });
  }
}

/** One officer's count of the box of the library. */
export async function countBox({ page }: Visitor, handedOut: number, inBox: number): Promise<void> {
  await page.getByLabel('Name of the box').fill('library');
  await page.getByLabel('Sheets handed out').fill(`${handedOut}`);
  await page.getByLabel('Sheets in the box that can be counted').fill(`${inBox}`);
  await page.getByLabel('Missing').fill(`${handedOut - inBox}`);
  await page.getByRole('button', { name: 'This is what I counted' }).click();
}

/** Looks a file of voters over, without storing it. */
export async function lookOverVoters({ page }: Visitor, path: string): Promise<void> {
  await page.getByLabel('The file of voters').setInputFiles(path);
  await page.getByRole('button', { name: 'Look it over, store nothing' }).click();
  await page
    .getByRole('table', { name: 'Faults in the file' })
    .or(page.getByText('Nothing is stored yet.'))
    .waitFor();
}

/** Accepts everybody who asked to be on the list of voters; without a reason nobody is. */
export async function acceptClaims({ page }: Visitor, claims: number): Promise<void> {
  const accept = page.getByRole('button', { name: 'Accept' });
  await accept.first().click();
  await page.getByRole('alert').filter({ hasText: 'Give the reason' }).waitFor();
  for (let left = claims - 1; left >= 0; left--) {
    await page.getByLabel('Reason').first().fill('The council tax list names this person there.');
    await accept.first().click();
    if (left > 0) await accept.nth(left - 1).waitFor();
    await accept.nth(left).waitFor({ state: 'detached' });
  }
  await page.getByText('No claim is waiting').waitFor();
}

/** Moves a round to another phase than its dates say. */
export async function moveRound({ page }: Visitor, phase: string, reason: string): Promise<void> {
  await page.getByText('Move it to another phase than its dates say').click();
  await page.getByLabel('Phase').selectOption({ label: phase });
  await page.getByLabel('Reason, in plain words').first().fill(reason);
  await page.getByRole('button', { name: 'Move the round' }).click();
}
