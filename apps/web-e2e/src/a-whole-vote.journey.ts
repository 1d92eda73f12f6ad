import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { openBrowser, Visitor } from '../support/browser.js';
import { askToClose, closeAsSecond } from '../support/closing.js';
import { agreeOnSample, announceDice, paperRecord, throwDice } from '../support/check-by-dice.js';
import {
  enterSheets,
  firstSheetsByKeyboard,
  refusedSheets,
  sheetsEntered,
  type Sheet,
} from '../support/double-entry.js';
import {
  acceptClaims,
  countBox,
  findVoter,
  handOutSheets,
  lookOverVoters,
  moveRound,
} from '../support/paper-office.js';
import { paperVoters, votersFile } from '../support/paper-voters.js';
import { type RoundToVoteOn, roundToVoteOn } from '../support/round-to-vote-on.js';
import { signIn } from '../support/signing-in.js';
import { journey } from '../support/steps.js';
import { ThroughApi } from '../support/through-api.js';
import { savedExport, verifiedByBrowser, verifiedByNode, verifiedByPython } from '../support/verifying.js';
import { checkReceipt, voteOnline } from '../support/voting-online.js';

const RESIDENTS = ['resident', 'guardian', 'young-member'].map((name) => `${name}@demo.example`);
const ON_PAPER = 40;
const VOTERS = paperVoters(ON_PAPER + 1);
const REASON = 'Everybody on the list has voted: an invented vote for a test.';

/** What is ticked on each sheet: one project or two. */
const ticksOf = (n: number): string => (n % 3 === 0 ? `${1 + (n % 4)}` : `${1 + (n % 2)} ${3 + (n % 2)}`);

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
  let sheets: Sheet[];
  const receipts: string[] = [];
  let thrownAt = 0;

  beforeAll(async () => {
    browser = await openBrowser();
    clerk = await ThroughApi.signIn('officer@demo.example');
    round = await roundToVoteOn(clerk, await Promise.all(RESIDENTS.map((email) => ThroughApi.signIn(email))));
    office = `/office/rounds/${round.slug}`;
    ada = await Visitor.arrive(browser);
    ben = await Visitor.arrive(browser);
    cem = await Visitor.arrive(browser);
  });
  afterAll(() => browser.close());

  step('an officer uploads the list of voters; a faulty file is refused line by line', async () => {
    const { page } = ada;
    await signIn(ada, 'officer@demo.example');
    await ada.open(office);
    await ada.goOn(() => page.getByRole('link', { name: 'The list of voters' }).click());
    await ada.looksRight();
    const [first, ...others] = VOTERS;
    await lookOverVoters(ada, votersFile('faulty.csv', [{ ...first!, postcode: 'nowhere' }, ...others]));
    const faults = page.getByRole('table', { name: 'Faults in the file' });
    expect(await faults.innerText()).toContain('line 2, postcode');
    await ada.looksRight();

    await lookOverVoters(ada, votersFile('voters.csv', VOTERS));
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
    await acceptClaims(ada, RESIDENTS.length);
    await ada.looksRight();
  });

  step('opens the vote, and cannot end it alone by moving the round on', async () => {
    const { page } = ada;
    await ada.open(office);
    await moveRound(ada, 'Voting is open', 'The invented vote begins early.');
    await page.getByText('Voting is open', { exact: true }).first().waitFor();
    await ada.goOn(() => page.getByRole('link', { name: /^The vote/ }).click());
    await page.getByRole('button', { name: 'Open the ballot box now' }).click();
    await page.getByText('Voting is open. Votes are being cast.').waitFor({ timeout: 30_000 });
    await ada.looksRight();
    await ada.open(office);
    await moveRound(ada, 'Votes being counted', 'I should like to end it.');
    await page.getByRole('alert').filter({ hasText: 'First two officers close the vote' }).waitFor();
  });

  step('three residents vote in their browsers', async () => {
    for (const [n, email] of RESIDENTS.entries()) {
      receipts.push(await voteOnline(browser, round.slug, email, n, n === 0 ? 320 : 1280));
    }
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
    sheets = serials.slice(0, ON_PAPER).map((serial, n) => ({ serial, ticks: ticksOf(n) }));
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
      await findVoter(ada, first!);
      await page.getByRole('heading', { name: 'On the list of voters' }).waitFor();
      await ada.looksRight();
      await page.getByRole('button', { name: 'Mark as voting on paper' }).click();
      await page.getByRole('heading', { name: 'Marked. Hand out one sheet now.' }).waitFor();
      await ada.looksRight();
      await findVoter(ada, first!);
      await page.getByText('A sheet was handed out in this name already.').waitFor();
      await page.getByRole('button', { name: 'Next person' }).click();
      await findVoter(ada, { ...first!, fullName: 'Nobody Known', dateOfBirth: '1955-05-05', house: '9999' });
      await page.getByText('Nobody on the list agrees with this.').waitFor();
      await page.getByRole('button', { name: 'Next person' }).click();

      await handOutSheets(clerk, round.slug, VOTERS.slice(1, ON_PAPER));
      await ada.open(`${office}/roll`);
      const turnout = page.getByRole('table', { name: 'Passes and sheets issued, by day' });
      expect(await turnout.innerText()).toContain(`${ON_PAPER}`);
      expect(await turnout.innerText()).toContain('few');
      await ada.looksRight();
    },
  );

  step('the check by dice is announced before anybody enters a sheet', async () => {
    thrownAt = await announceDice(ada, office);
    const reader = await Visitor.arrive(browser, { width: 320 });
    await reader.open(`/rounds/${round.slug}`);
    await reader.page.getByText('5 paper ballots are drawn by dice').waitFor();
    await reader.looksRight();
    await reader.leave();
  });

  step('two officers close the vote; one alone does not', async () => {
    await askToClose(ada, office, REASON);
    await signIn(ben, 'second-officer@demo.example');
    await closeAsSecond(ben, office, REASON);
    await ben.page.getByText(`0 of ${ON_PAPER}`).waitFor();
    await ben.looksRight();
  });

  step('two officers count the box, neither told what the other found', async () => {
    await ada.open(`${office}/paper`);
    await ada.looksRight();
    await countBox(ada, ON_PAPER, ON_PAPER);
    await ada.page.getByText('Another officer counts the box too').waitFor();
    await ben.open(`${office}/paper`);
    await ben.page.getByText('Count the box yourself').waitFor();
    expect(await ben.page.getByRole('row', { name: /library/ }).innerText()).not.toContain(`${ON_PAPER}`);
    await countBox(ben, ON_PAPER, ON_PAPER - 1);
    await ben.page.getByRole('alert').filter({ hasText: 'Another officer entered something else' }).waitFor();
    await ben.looksRight();
    await countBox(ben, ON_PAPER, ON_PAPER);
    await ben.page.getByRole('link', { name: 'library' }).waitFor();
  });

  step(
    'the first officer enters forty sheets by keyboard, leaves in between and takes one back',
    async () => {
      const { page } = ada;
      await ada.open(`${office}/paper/batches/library`);
      await ada.looksRight();
      await firstSheetsByKeyboard(ada, sheets);
      await refusedSheets(ada, sheets);
      await ada.open(`${office}/paper`);
      await ada.goOn(() => page.getByRole('link', { name: 'library' }).click());
      await sheetsEntered(ada, 3, ON_PAPER);
      await enterSheets(ada, sheets, 3);
      await page.getByRole('button', { name: 'I have entered every sheet' }).click();
      await page.getByText('You did the first entry.').waitFor();
      await ada.looksRight();
    },
  );

  step('the second officer enters them again, blind, and misreads one', async () => {
    const { page } = ben;
    await ben.open(`${office}/paper/batches/library`);
    await page.getByText('You are not shown what the first officer entered').waitFor();
    await enterSheets(ben, sheets.with(7, { ...sheets[7]!, ticks: '4' }));
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
    for (const drawn of await throwDice([ada, ben], office)) {
      expect(drawn.ticks).toBe(ticksOf(serials.indexOf(drawn.serial)));
    }
    await agreeOnSample([ada, ben], office);
    for (const width of [1280, 320]) {
      const paper = await paperRecord(browser, round.slug, width);
      expect(paper).toContain('0 of 5 paper ballots differed');
      expect(paper).toMatch(new RegExp(`library\\s+${ON_PAPER}\\s`));
    }
  });

  step('browser, terminal and Python verify the published files and agree', async () => {
    await ada.open(`${office}/vote`);
    const files = ada.page.getByRole('table', { name: 'Files of this vote' });
    await files.waitFor();
    expect(await files.locator('tbody tr').count()).toBe(7);
    await ada.looksRight();
    await ada.leave();
    await ben.leave();

    for (const width of [1280, 320]) {
      const found = await verifiedByBrowser(browser, round.slug, width);
      expect(found).toMatch(new RegExp(`^Everything holds\\. .* ${ON_PAPER + RESIDENTS.length} ballots`));
      expect(found).not.toMatch(/Does not hold|Not checked/);
    }
    const folder = await savedExport(round.slug);
    expect(await verifiedByNode(folder)).toContain(
      `3 online by 3 passes (0 replaced later), ${ON_PAPER} on paper`,
    );
    expect(await verifiedByPython(folder)).toMatch(/^ok/m);
    for (const receipt of receipts) await checkReceipt(browser, round.slug, receipt);
  });
});
