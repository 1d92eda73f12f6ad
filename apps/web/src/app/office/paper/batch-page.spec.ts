import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aRound } from '../test-data.js';
import { refusal, settle, TestDesk } from '../test-page.js';
import { BatchPage } from './batch-page.js';
import { aBox, aKey, aPaper } from './test-paper.js';

type Box = Api<'PaperBatchDto'>;
const AT = '/api/rounds/streets';
const BOX = `${AT}/paper-batches/library`;

describe('BatchPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(
    box: Partial<Box> = {},
    differences: Api<'SheetDifferenceDto'>[] = [],
    stage = 'closed',
  ) {
    const page = await desk.open(BatchPage, { slug: 'streets', batch: 'library' });
    await desk.answer(AT, { ...aRound, state: 'counting', maxChoices: 2 });
    await desk.answer(`${AT}/ballot-paper`, aPaper);
    await desk.answer(`${AT}/issuer-keys`, [aKey]);
    await desk.answer(`${AT}/voting`, { stage });
    await desk.answer(`${AT}/paper-batches`, [{ ...aBox, ...box }]);
    desk.http.match(`${BOX}/differences`).forEach((call) => call.flush(differences));
    await settle();
    return page;
  }
  type Page = Awaited<ReturnType<typeof show>>;

  async function enter(page: Page, serial: string, ticks: string): Promise<void> {
    page.type('serial', serial);
    page.type('ticks', ticks);
    await page.press('Enter this sheet');
  }

  it('enters sheet after sheet, reads each back and counts up to the control total', async () => {
    const page = await show();
    page.type('ticks', '2 1');
    expect(page.words).toContain('2. Trees · 1. A ball court');
    await enter(page, 'ab12-cd34', '2');
    const sent = await desk.answer(`${BOX}/sheets`, { turn: 1, keyed: 1 });

    expect(sent).toEqual({ sheets: [{ serial: 'AB12CD34', style: 'all', choices: ['11'] }], isLast: false });
    expect(page.words).toContain('1 of 2 sheets entered');
    expect(page.find<HTMLInputElement>('#serial').value).toBe('');
    expect(page.words).not.toContain('I have entered every sheet');
    await enter(page, 'AB12CD35', '1');
    await desk.answer(`${BOX}/sheets`, { turn: 1, keyed: 2 });

    await page.press('I have entered every sheet');
    expect(await desk.answer(`${BOX}/sheets`, { turn: 1, keyed: 2 })).toEqual({ sheets: [], isLast: true });
    await desk.answer(`${AT}/paper-batches`, [{ ...aBox, stage: 'second-entry', mine: true }]);
    expect(page.words).toContain('Another officer enters every sheet again, without seeing yours.');
  });

  it('takes a sheet without ticks only when it is entered twice', async () => {
    const page = await show();
    await enter(page, 'AB12CD34', '');
    expect(page.words).toContain('Press Enter once more when the sheet is blank.');
    await page.press('Enter this sheet');
    expect(await desk.answer(`${BOX}/sheets`, { turn: 1, keyed: 1 })).toMatchObject({
      sheets: [{ choices: [] }],
    });
  });

  it('takes the last sheet back and puts it into the fields again', async () => {
    const page = await show();
    await enter(page, 'AB12CD34', '1 2');
    await desk.answer(`${BOX}/sheets`, { turn: 1, keyed: 1 });
    await page.press('Undo this sheet');
    expect(await desk.answer(`${BOX}/sheets/withdraw`, { turn: 1, keyed: 0 })).toEqual({
      serial: 'AB12CD34',
    });
    expect(page.find<HTMLInputElement>('#serial').value).toBe('AB12-CD34');
    expect(page.find<HTMLInputElement>('#ticks').value).toBe('1 2');
    expect(page.words).toContain('0 of 2 sheets entered');
  });

  it('keeps what was typed when it is refused, and says why in words', async () => {
    const page = await show();
    await enter(page, 'AB1', '1');
    expect(page.words).toContain('Type the eight letters and digits printed on the sheet');
    await enter(page, 'AB12CD34', '9');
    expect(page.words).toContain('There is no project 9 on this paper');
    await enter(page, 'AB12CD34', '1');
    await desk.answer(`${BOX}/sheets`, refusal('voting.serial-unknown'), 422);
    expect(page.words).toContain('No sheet with this number was printed for this round.');
    expect(page.find<HTMLInputElement>('#serial').value).toBe('AB12-CD34');
    expect(page.find<HTMLInputElement>('#ticks').value).toBe('1');

    await page.press('Enter this sheet');
    page.type('serial', 'EF56');
    await desk.answer(`${BOX}/sheets`, refusal('voting.serial-unknown'), 422);
    expect(page.find<HTMLInputElement>('#serial').value).toBe('EF56');
    expect(page.words).toContain('Not entered: AB12-CD34 with 1.');
  });

  it('lets nobody into the entry of another, and nobody do both', async () => {
    expect((await show({ keyer: 'another', entered: 1 })).words).toContain(
      'Another officer is entering this box: 1 of 2 sheets.',
    );
  });

  const differing: Api<'SheetDifferenceDto'> = {
    serial: 'AB12CD34',
    first: { style: 'all', choices: ['2'] },
    second: { style: 'all', choices: ['11'] },
    settled: false,
    ruling: null,
  };

  it('shows both readings side by side; a third officer settles with a reason', async () => {
    const page = await show({ stage: 'compare', entered: 2 }, [differing]);
    expect(page.words).toContain('AB12-CD34 1. A ball court 2. Trees not yet');
    await page.press('This is what the sheets say');
    expect(page.words).toContain('AB12-CD34: say what is on this sheet');
    expect(page.words).toContain('Say how you settled it');

    await page.choose('second');
    page.type('settle-reason', 'Looked at it again.');
    await page.press('This is what the sheets say');
    expect(await desk.answer(`${BOX}/rulings`, null, 204)).toEqual({
      reason: 'Looked at it again.',
      rulings: [{ serial: 'AB12CD34', style: 'all', choices: ['11'] }],
    });
    await desk.answer(`${BOX}/differences`, [{ ...differing, settled: true, ruling: differing.second }]);
    expect(page.words).toContain('2 = 2 in the box');
  });

  it('lets no one settle what they entered, and shows nothing before voting is closed', async () => {
    const page = await show({ stage: 'compare', mine: true, entered: 2 }, [differing]);
    expect(page.words).toContain('A third officer looks at these sheets');
    expect(page.has('form')).toBe(false);
  });

  it('asks for no single sheet while votes are still cast', async () => {
    const page = await show({ stage: 'compare' }, [], 'open');
    expect(desk.asked(`${BOX}/differences`)).toBe(false);
    expect(page.words).toContain('is shown once voting is closed');
  });

  it('seals a box that adds up; one that does not only with its reason', async () => {
    const page = await show({ stage: 'compare', entered: 1 });
    expect(page.words).toContain('1, but 2 in the box');
    await page.press('Seal it as the first officer');
    expect(page.find('#discrepancy-error').textContent).toContain('Say why the totals do not add up');
    page.type('discrepancy', 'One sheet was torn.');
    await page.press('Seal it as the first officer');
    const once = { ...aBox, stage: 'sealed-once', mine: true, entered: 1 };
    expect(await desk.answer(`${BOX}/seal`, [once])).toEqual({ discrepancy: 'One sheet was torn.' });
    expect(page.words).toContain('A second, different officer must seal it too.');
  });
});
