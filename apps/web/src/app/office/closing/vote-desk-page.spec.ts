import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aRound } from '../test-data.js';
import { refusal, settle, TestDesk } from '../test-page.js';
import { VoteDeskPage } from './vote-desk-page.js';

const office: NonNullable<Api<'VotingDto'>['office']> = {
  failure: null,
  failedAt: null,
  ballotBox: { incident: false, credentials: 26, ballots: 30, paper: 0, waiting: 3 },
  electors: 120,
  passesOnline: 29,
  passesReissued: 1,
  paperIssued: 4,
  alarm: false,
  closeAsked: null,
  finishAsked: null,
  exportFaults: null,
  exportNotices: [],
};
const voting: Api<'VotingDto'> = {
  election: 'r',
  ballotBox: '/urn/elections/r',
  stage: 'open',
  open: true,
  openedAt: '2026-11-20T08:00:00Z',
  closesAt: '2026-11-30T17:00:00Z',
  closedAt: null,
  manifestSha256: 'abc',
  published: false,
  office,
};
const batch: Api<'PaperBatchDto'> = {
  ...{ batch: 'hall', issued: 4, inBox: 4, spoiled: 0, returned: 0, missing: 0 },
  ...{ stage: 'sealed', mine: false, keyer: 'another', entered: 4, keyed: 4, discrepancy: null },
};

describe('VoteDeskPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(
    change: Partial<Api<'VotingDto'>> = {},
    batches: Api<'PaperBatchDto'>[] = [],
    files: Api<'ExportFileDto'>[] = [],
  ) {
    const page = await desk.open(VoteDeskPage, { slug: 'streets' });
    await desk.answer('/api/rounds/streets', { ...aRound, state: 'voting' });
    await desk.answer('/api/rounds/streets/voting', { ...voting, ...change });
    desk.http.match('/api/rounds/streets/paper-batches').forEach((call) => call.flush(batches));
    desk.http.match('/api/rounds/streets/export').forEach((call) => call.flush(files));
    await settle();
    return page;
  }

  it('shows where the vote stands and its numbers, none of them about a project', async () => {
    const page = await show();
    expect(page.find('[aria-current="step"]').textContent).toContain('Voting is open');
    expect(page.words).toContain('29, and 1 lost ones issued again');
    expect(page.words).toContain('Passes that have voted 26');
  });

  it('shows by day how many did not go on and of how many, and nothing worked out from a hidden number', async () => {
    const page = await show();
    await desk.answer('/api/rounds/streets/voting/steps', {
      smallestCount: 10,
      total: { chosen: 1_260, checked: 990, cast: 981 },
      days: [
        { day: '2026-11-20', chosen: 1_200, checked: 900, cast: 905 },
        { day: '2026-11-21', chosen: 60, checked: 90, cast: null },
      ],
    });
    const rows = [...page.find('ct-drop-off tbody').children].map((row) =>
      [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
    );
    expect(rows).toEqual([
      ['20 November 2026', '1,200', '900 25% of 1,200 did not go on', '905'],
      ['21 November 2026', '60', '90', 'Too few to show'],
      ['All days', '1,260', '990 21% of 1,260 did not go on', '981 1% of 990 did not go on'],
    ]);
  });

  it('shows no step while few ballots were begun', async () => {
    const page = await show();
    await desk.answer('/api/rounds/streets/voting/steps', {
      smallestCount: 10,
      total: { chosen: null, checked: null, cast: null },
      days: [{ day: '2026-11-20', chosen: null, checked: null, cast: null }],
    });
    expect(page.words).toContain('Nothing is shown until 10 ballots have been begun');
    expect(page.has('ct-drop-off table')).toBe(false);
  });

  it('asks for a reason, then waits for another officer', async () => {
    const page = await show();
    await page.press('Ask to close the vote');
    expect(page.words).toContain('Give the reason in a sentence');
    page.type('close-reason', 'Everybody has voted.');
    await page.press('Ask to close the vote');
    const asked = { reason: 'Everybody has voted.', at: '2026-11-25T10:00:00Z', mine: true };
    const sent = await desk.answer('/api/rounds/streets/voting/close', {
      ...voting,
      office: { ...office, closeAsked: asked },
    });

    expect(sent).toEqual({ reason: 'Everybody has voted.' });
    expect(page.words).toContain('It stays open until a second, different officer closes it');
    expect(page.has('#close-reason')).toBe(false);
  });

  it('warns the second officer that the vote ends at once', async () => {
    const asked = { reason: 'Everybody has voted.', at: '2026-11-25T10:00:00Z', mine: false };
    const page = await show({ office: { ...office, closeAsked: asked } });
    expect(page.words).toContain('With your word the vote is closed at once');
    expect(page.words).toContain('Close the vote now');
  });

  it('finishes only when every sheet is accounted for and every batch is sealed', async () => {
    const closed = { stage: 'closed', open: false } as const;
    const open = { ...batch, issued: 3, stage: 'compare' } as const;
    const page = await show(closed, [open]);
    expect(page.words).toContain('missing: Every sheet that was handed out is in some batch: 3 of 4');
    expect(page.words).toContain('1 not yet');
    expect(page.words).not.toContain('All paper is in, ');
    expect(page.has('button')).toBe(false);
  });

  it('lets the first officer say that all paper is in, and tells that a second must', async () => {
    const page = await show({ stage: 'closed', open: false }, [batch]);
    await page.press('All paper is in');
    await desk.answer('/api/rounds/streets/voting/finish', {
      ...voting,
      stage: 'closed',
      office: { ...office, finishAsked: { at: '2026-11-25T10:00:00Z', mine: true } },
    });
    expect(page.words).toContain('A second, different officer must say so too');
  });

  it('says alarm, incident and failure in plain words', async () => {
    const page = await show({
      stage: 'finishing',
      open: false,
      office: {
        ...office,
        alarm: true,
        failure: 'There are more ballots than passes were issued.',
        failedAt: '2026-11-25T10:00:00Z',
        ballotBox: { ...office.ballotBox!, incident: true },
      },
    });
    expect(page.words).toContain('There are, or were, more ballots than passes.');
    expect(page.words).toContain('The ballot box has stopped signing');
    expect(page.words).toContain('The last step did not work: There are more ballots than passes');
    await page.press('Try again now');
    await desk.answer('/api/rounds/streets/voting/finish', refusal('voting.paper-not-sealed'), 409);
    expect(page.words).toContain('A batch of paper ballots is not sealed yet.');
  });

  it('lists the files with their fingerprints once there are any', async () => {
    const file = { file: 'ballots.ndjson', address: '/api/rounds/streets/export/ballots.ndjson' };
    const page = await show(
      { stage: 'stored', open: false },
      [batch],
      [{ ...file, sha256: 'f00d', bytes: 12_345 }],
    );
    expect(page.words).toContain('ballots.ndjson f00d');
    expect(page.words).toContain('12,345');
  });
});
