import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { type PaperVoter, paperVoters, votersFile } from '../support/paper-voters.js';
import { type RoundToVoteOn, roundToVoteOn } from '../support/round-to-vote-on.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';
import { ThroughApi } from '../support/through-api.js';
import { savedExport, verifiedByNode, verifiedByPython } from '../support/verifying.js';

const RESIDENTS = ['resident', 'guardian', 'young-member'].map((name) => `${name}@demo.example`);
const ON_PAPER = 40;
const VOTERS = paperVoters(ON_PAPER + 1);
const REASON = 'Everybody on the list has voted: an invented vote for a test.';
const DICE = '6251436152 3314';

/** What is ticked on each sheet: one project or two. */
const ticksOf = (n: number): string => (n % 3 === 0 ? `${1 + (n % 4)}` : `${1 + (n % 2)} ${3 + (n % 2)}`);

/** Day and time of a moment in London, as they are typed. */
function londonMoment(moment: Date): { day: string; time: string } {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/London', hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    } as const)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    time: `${part['hour']}:${part['minute']}`,
  };
}

/** @param isoDay YYYY-MM-DD */
async function day({ page }: Visitor, isoDay: string): Promise<void> {
  const [year, month, date] = isoDay.split('-');
  await page.getByLabel('Day', { exact: true }).fill(date!);
  await page.getByLabel('Month', { exact: true }).fill(month!);
  await page.getByLabel('Year', { exact: true }).fill(year!);
}

async function entered({ page }: Visitor, count: number): Promise<void> {
  await page.getByText(`${count} of ${ON_PAPER} sheets entered`).waitFor();
}

async function expectCount({ page }: Visitor, button: string, count: number): Promise<void> {
  const buttons = page.getByRole('button', { name: button });
  if (count > 0) await buttons.nth(count - 1).waitFor();
  await buttons.nth(count).waitFor({ state: 'detached' });
}

describe('a whole vote, online and on paper, from the list of voters to three verifiers that agree', () => {
  const step = journey();
  let browser: Browser;
  let clerk: ThroughApi;
  let round: RoundToVoteOn;
  let office: string;
  let ada: Visitor;
  let ben: Visitor;
  let cem: Visitor;
  let serials: string[];
  const receipts: string[] = [];
  /** A minute from now at least: it is typed in whole minutes. */
  let thrownAt = 0;

  beforeAll(async () => {
    browser = await openBrowser();
    clerk = await ThroughApi.signIn('officer@demo.example');
    round = await roundToVoteOn(clerk, await Promise.all(RESIDENTS.map((email) => ThroughApi.signIn(email))));
    office = `/office/rounds/${round.slug}`;
    [ada, ben, cem] = [
      await Visitor.arrive(browser),
      await Visitor.arrive(browser),
      await Visitor.arrive(browser),
    ];
  });
  afterAll(() => browser.close());

  step('an officer uploads the list of voters; a faulty file is refused line by line', async () => {
    const { page } = ada;
    await signIn(ada, 'officer@demo.example');
    await ada.open(office);
    await ada.goOn(() => page.getByRole('link', { name: 'The list of voters' }).click());
    await ada.looksRight();
    const [first, ...others] = VOTERS;
    await upload(votersFile('faulty.csv', [{ ...first!, postcode: 'nowhere' }, ...others]));
    const faults = page.getByRole('table', { name: 'Faults in the file' });
    expect(await faults.innerText()).toContain('line 2, postcode');
    await ada.looksRight();

    await upload(votersFile('voters.csv', VOTERS));
    await page.getByText('Nothing is stored yet.').waitFor();
    await page.getByText(`${VOTERS.length} people added`).waitFor();
    await ada.looksRight();
    await page.getByRole('button', { name: 'Store it' }).click();
    await page.getByText('The file is stored.').waitFor();
    await page
      .locator('.govuk-summary-list__row')
      .filter({ hasText: 'People on the list' })
      .filter({ hasText: `${VOTERS.length}` })
      .waitFor();
  });

  step('and decides on those who asked to be on it', async () => {
    const { page } = ada;
    await ada.goOn(() => page.getByRole('link', { name: /Decide on claims \(3 waiting\)/ }).click());
    await ada.looksRight();
    await page.getByRole('button', { name: 'Accept' }).first().click();
    await page.getByRole('alert').filter({ hasText: 'Give the reason' }).waitFor();
    for (let left = 2; left >= 0; left--) {
      await page.getByLabel('Reason').first().fill('The council tax list names this person there.');
      await page.getByRole('button', { name: 'Accept' }).first().click();
      await expectCount(ada, 'Accept', left);
    }
    await page.getByText('No claim is waiting').waitFor();
    await ada.looksRight();
  });

  step('opens the vote, and cannot end it alone by moving the round on', async () => {
    const { page } = ada;
    await ada.open(office);
    await moveTo('Voting is open', 'The invented vote begins early.');
    await page.getByText('Voting is open', { exact: true }).first().waitFor();
    await ada.goOn(() => page.getByRole('link', { name: /^The vote/ }).click());
    await page.getByRole('button', { name: 'Open the ballot box now' }).click();
    await page.getByText('Voting is open. Votes are being cast.').waitFor({ timeout: 30_000 });
    await ada.looksRight();
    await ada.open(office);
    await moveTo('Votes being counted', 'I should like to end it.');
    await page.getByRole('alert').filter({ hasText: 'First two officers close the vote' }).waitFor();
  });

  step('three residents vote in their browsers', async () => {
    for (const [n, email] of RESIDENTS.entries()) receipts.push(await voteOnline(email, n));
    expect(new Set(receipts).size).toBe(3);
  });

  step('sheets are printed, each with a number of its own', async () => {
    const { page } = ada;
    await ada.open(`${office}/paper/print?copies=${ON_PAPER + 2}`);
    await ada.looksRight();
    await page.getByRole('button', { name: 'Make new sheets' }).click();
    await page
      .locator('.ct-sheet')
      .nth(ON_PAPER + 1)
      .waitFor();
    serials = await page.locator('.ct-sheet__serial strong').allInnerTexts();
    expect(new Set(serials).size).toBe(ON_PAPER + 2);
    expect(await page.locator('.ct-sheet').first().innerText()).toContain('Tick up to 2 projects.');
    await ada.looksRight();
  });

  step(
    'at the table a voter is found, marked, then handed a sheet; nobody twice, nobody who has a pass',
    async () => {
      const { page } = ada;
      const [first] = VOTERS;
      await ada.open(`${office}/roll/table`);
      await ada.looksRight();
      await find(first!);
      await page.getByRole('heading', { name: 'On the list of voters' }).waitFor();
      await ada.looksRight();
      await page.getByRole('button', { name: 'Mark as voting on paper' }).click();
      await page.getByRole('heading', { name: 'Marked. Hand out one sheet now.' }).waitFor();
      await ada.looksRight();
      await find(first!);
      await page.getByText('A sheet was handed out in this name already.').waitFor();
      await page.getByRole('button', { name: 'Next person' }).click();
      await find({ ...first!, fullName: 'Nobody Known', dateOfBirth: '1955-05-05', house: '9999' });
      await page.getByText('Nobody on the list agrees with this.').waitFor();
      await page.getByRole('button', { name: 'Next person' }).click();

      for (const voter of VOTERS.slice(1, ON_PAPER)) {
        const [found] = await clerk.post<{ elector: string }[]>(`/rounds/${round.slug}/roll/search`, voter);
        await clerk.post(`/rounds/${round.slug}/roll/paper`, { elector: found!.elector });
      }
      await ada.open(`${office}/roll`);
      const turnout = page.getByRole('table', { name: 'Passes and sheets issued, by day' });
      expect(await turnout.innerText()).toContain(`${ON_PAPER}`);
      expect(await turnout.innerText()).toContain('few');
      await ada.looksRight();
    },
  );

  step('the check by dice is announced before anybody enters a sheet', async () => {
    const { page } = ada;
    thrownAt = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000;
    await ada.open(`${office}/paper/sample`);
    await page.getByLabel('How many sheets are drawn?').fill('5');
    const soon = londonMoment(new Date(thrownAt));
    await day(ada, soon.day);
    await page.getByLabel('At what time?').fill(soon.time);
    await page.getByLabel('Where?').fill('Town hall, council chamber');
    await ada.looksRight();
    await page.getByRole('button', { name: 'Announce it' }).click();
    await page.getByText('5 sheets are drawn on').waitFor();
    const reader = await Visitor.arrive(browser, { width: 320 });
    await reader.open(`/rounds/${round.slug}`);
    await reader.page.getByText('5 paper ballots are drawn by dice').waitFor();
    await reader.looksRight();
    await reader.leave();
  });

  step('two officers close the vote; one alone does not', async () => {
    await ada.open(`${office}/vote`);
    await ada.page.getByLabel('Reason, in plain words').fill(REASON);
    await ada.page.getByRole('button', { name: 'Ask to close the vote' }).click();
    await ada.page.getByText('It stays open until a second, different officer').waitFor();
    await ada.looksRight();
    await signIn(ben, 'second-officer@demo.example');
    await ben.open(`${office}/vote`);
    await ben.page.getByText('With your word the vote is closed at once').waitFor();
    await ben.looksRight();
    await ben.page.getByLabel('Reason, in plain words').fill(REASON);
    await ben.page.getByRole('button', { name: 'Close the vote now' }).click();
    await ben.page.getByText('Voting is closed. Paper ballots are entered now.').waitFor({ timeout: 30_000 });
    await ben.page.getByText(`0 of ${ON_PAPER}`).waitFor();
    await ben.looksRight();
  });

  step('two officers count the box, neither told what the other found', async () => {
    await ada.open(`${office}/paper`);
    await ada.looksRight();
    await countBox(ada, ON_PAPER);
    await ada.page.getByText('Another officer counts the box too').waitFor();
    await ben.open(`${office}/paper`);
    await ben.page.getByText('Count the box yourself').waitFor();
    expect(await ben.page.getByRole('row', { name: /library/ }).innerText()).not.toContain(`${ON_PAPER}`);
    await countBox(ben, ON_PAPER - 1);
    await ben.page.getByRole('alert').filter({ hasText: 'Another officer entered something else' }).waitFor();
    await ben.looksRight();
    await countBox(ben, ON_PAPER);
    await ben.page.getByRole('link', { name: 'library' }).waitFor();
  });

  step(
    'the first officer enters forty sheets by keyboard, leaves in between and takes one back',
    async () => {
      const { page } = ada;
      await ada.open(`${office}/paper/batches/library`);
      await ada.looksRight();
      await page.getByLabel('Number of the sheet').focus();
      for (const n of [0, 1, 2]) {
        await page.keyboard.type(serials[n]!);
        await page.keyboard.press('Enter');
        await page.keyboard.type(ticksOf(n));
        await page.keyboard.press('Enter');
        await entered(ada, n + 1);
      }
      await page.getByRole('button', { name: 'Undo this sheet' }).click();
      await entered(ada, 2);
      expect(await page.getByLabel('Ticks').inputValue()).toBe(ticksOf(2));
      await ada.looksRight();
      await page.getByRole('button', { name: 'Enter this sheet' }).click();
      await entered(ada, 3);
      await enter(ada, 'ABCD-EFGH', '1');
      await page.getByRole('alert').filter({ hasText: 'No sheet with this number was printed' }).waitFor();
      await enter(ada, serials[0]!, '1');
      await page.getByRole('alert').filter({ hasText: 'has been entered already' }).waitFor();
      await enter(ada, serials[3]!, '1 2 3');
      await page
        .getByRole('alert')
        .filter({ hasText: /at most|more than|too many/i })
        .waitFor();
      await ada.looksRight();
      await ada.open(`${office}/paper`);
      await ada.goOn(() => page.getByRole('link', { name: 'library' }).click());
      await entered(ada, 3);
      for (let n = 3; n < ON_PAPER; n++) {
        await enter(ada, serials[n]!, ticksOf(n));
        await entered(ada, n + 1);
      }
      await page.getByRole('button', { name: 'I have entered every sheet' }).click();
      await page.getByText('You did the first entry.').waitFor();
      await ada.looksRight();
    },
  );

  step('the second officer enters them again, blind, and misreads one', async () => {
    const { page } = ben;
    await ben.open(`${office}/paper/batches/library`);
    await page.getByText('You are not shown what the first officer entered').waitFor();
    for (let n = 0; n < ON_PAPER; n++) {
      await enter(ben, serials[n]!, n === 7 ? '4' : ticksOf(n));
      await entered(ben, n + 1);
    }
    await page.getByRole('button', { name: 'I have entered every sheet' }).click();
    await page.getByRole('table', { name: 'Sheets entered differently' }).waitFor();
    await page.getByText('A third officer looks at these sheets').waitFor();
    await ben.looksRight();
  });

  step('a third settles what differs, side by side', async () => {
    const { page } = cem;
    await signIn(cem, 'third-officer@demo.example');
    await cem.open(`${office}/paper/batches/library`);
    const differences = page.getByRole('table', { name: 'Sheets entered differently' });
    expect(await differences.locator('tbody tr').count()).toBe(1);
    await page.getByRole('radio', { name: 'As in the first entry' }).check();
    await page.getByLabel('How did you settle it?').fill('Looked at the sheet: the ticks are clear.');
    await cem.looksRight();
    await page.getByRole('button', { name: 'This is what the sheets say' }).click();
    await page.getByText(`${ON_PAPER} = ${ON_PAPER} in the box`, { exact: true }).waitFor();
    await cem.looksRight();
  });

  step('two seal the box, two say that all paper is in', async () => {
    await cem.page.getByRole('button', { name: 'Seal it as the first officer' }).click();
    await cem.page.getByText('A second, different officer must seal it too').waitFor();
    await ben.open(`${office}/paper/batches/library`);
    await ben.page.getByRole('button', { name: 'Seal it as the second officer' }).click();
    await ben.page.getByText('This box is sealed.').waitFor();
    await ben.looksRight();
    for (const [n, officer] of [ada, cem].entries()) {
      await officer.open(`${office}/vote`);
      await officer.page.getByRole('button', { name: 'All paper is in' }).click();
      const sentence = n === 0 ? 'A second, different officer must say so too' : 'handed to the count';
      await officer.page.getByText(sentence).first().waitFor({ timeout: 60_000 });
      await officer.looksRight();
    }
    await cem.leave();
  });

  step('it is counted, signed by two and published', async () => {
    await ada.open(`${office}/count`);
    await ada.page.getByRole('button', { name: 'Run the count' }).click();
    await ada.page.getByRole('button', { name: 'Sign the count' }).click();
    await ada.page.getByText('One officer has signed.').waitFor();
    await ben.open(`${office}/count`);
    await ben.page.getByRole('button', { name: 'Sign the count' }).click();
    await ben.page.getByText('Publish the count alone, before the decision').click();
    await ben.page.getByRole('button', { name: 'Publish the count' }).click();
    await ben.page.getByRole('heading', { name: 'What comes next' }).waitFor();
    await ben.looksRight();
  });

  step('dice draw five sheets; two officers compare them and everybody reads what they found', async () => {
    await ada.page.waitForTimeout(Math.max(0, thrownAt - Date.now()));
    for (const officer of [ada, ben]) {
      await officer.open(`${office}/paper/sample`);
      await officer.page.getByLabel('Digits of the dice').fill(DICE);
      await officer.page.getByRole('button', { name: 'Draw by these digits' }).click();
      await officer.page.getByText(/You have entered the digits|Drawn by the digits/).waitFor();
      await officer.looksRight();
    }
    await ada.open(`${office}/paper/sample`);
    const drawn = ada.page.getByRole('table', { name: 'Sheets drawn, and what the log says of them' });
    for (const row of await drawn.locator('tbody tr').all()) {
      const [serial, , words] = (await row.innerText()).split('\t').map((cell) => cell.trim());
      expect(words!.split(':')[0]).toBe(ticksOf(serials.indexOf(serial!)));
    }
    for (const officer of [ada, ben]) {
      await officer.open(`${office}/paper/sample`);
      await officer.page.getByLabel('How many of them differ from the paper?').fill('0');
      await officer.page.getByRole('button', { name: 'This is what we found' }).click();
      await officer.page.getByText(/You have entered what you found|0 of 5 sheets differed/).waitFor();
    }
    await ben.looksRight();
    for (const width of [1280, 320]) {
      const reader = await Visitor.arrive(browser, { width });
      await reader.open(`/rounds/${round.slug}/results`);
      const paper = reader.page.getByRole('region', { name: 'Paper ballots' });
      expect(await paper.innerText()).toContain('0 of 5 paper ballots differed');
      expect(await paper.getByRole('row', { name: /library/ }).innerText()).toContain(`${ON_PAPER}`);
      await reader.looksRight();
      await reader.leave();
    }
  });

  step('the files carry their fingerprints, and three verifiers agree', async () => {
    await ada.open(`${office}/vote`);
    const files = ada.page.getByRole('table', { name: 'Files of this vote' });
    await files.waitFor();
    expect(await files.locator('tbody tr').count()).toBe(7);
    await ada.looksRight();
    await ada.leave();
    await ben.leave();

    const folder = await savedExport(round.slug);
    expect(await verifiedByNode(folder)).toContain(
      `3 online by 3 passes (0 replaced later), ${ON_PAPER} on paper`,
    );
    expect(await verifiedByPython(folder)).toMatch(/^ok/m);
    for (const receipt of receipts) {
      const reader = await Visitor.arrive(browser);
      await reader.open(`/rounds/${round.slug}/check`);
      await reader.page.getByLabel('Your receipt or your change code').fill(receipt);
      await reader.page.getByRole('button', { name: 'Check my vote' }).click();
      await reader.page.getByText('The receipt is genuine.').waitFor();
      await reader.page.getByText('It was counted.').waitFor();
      await reader.looksRight();
      await reader.leave();
    }
  });

  async function upload(path: string): Promise<void> {
    const { page } = ada;
    await page.getByLabel('The file of voters').setInputFiles(path);
    await page.getByRole('button', { name: 'Look it over, store nothing' }).click();
    await page
      .getByRole('table', { name: 'Faults in the file' })
      .or(page.getByText('Nothing is stored yet.'))
      .waitFor();
  }

  async function moveTo(phase: string, reason: string): Promise<void> {
    const { page } = ada;
    await page.getByText('Move it to another phase than its dates say').click();
    await page.getByLabel('Phase').selectOption({ label: phase });
    await page.getByLabel('Reason, in plain words').first().fill(reason);
    await page.getByRole('button', { name: 'Move the round' }).click();
  }

  /** @returns the receipt as the browser saves it */
  async function voteOnline(email: string, n: number): Promise<string> {
    const voter = await Visitor.arrive(browser);
    const { page } = voter;
    await signIn(voter, email);
    if (n === 0) await page.setViewportSize({ width: 320, height: 800 });
    await voter.open(`/rounds/${round.slug}/vote`);
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

  async function find(voter: PaperVoter): Promise<void> {
    const { page } = ada;
    await page.getByLabel('Full name').fill(voter.fullName);
    await day(ada, voter.dateOfBirth);
    await page.getByLabel('Number or name of the house').fill(voter.house);
    await page.getByLabel('Postcode').fill(voter.postcode);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
  }

  async function countBox({ page }: Visitor, inBox: number): Promise<void> {
    await page.getByLabel('Name of the box').fill('library');
    await page.getByLabel('Sheets handed out').fill(`${ON_PAPER}`);
    await page.getByLabel('Sheets in the box that can be counted').fill(`${inBox}`);
    await page.getByLabel('Missing').fill(`${ON_PAPER - inBox}`);
    await page.getByRole('button', { name: 'This is what I counted' }).click();
  }

  async function enter({ page }: Visitor, serial: string, ticks: string): Promise<void> {
    await page.getByLabel('Number of the sheet').fill(serial);
    await page.getByLabel('Ticks').fill(ticks);
    await page.getByLabel('Ticks').press('Enter');
  }
});
