import type { Api } from '@commonthread/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aRound } from '../test-data.js';
import { refusal, settle, TestDesk } from '../test-page.js';
import { PaperPage } from './paper-page.js';
import { PrintPage } from './print-page.js';
import { SamplePage } from './sample-page.js';
import { aBox, aPaper } from './test-paper.js';

const AT = '/api/rounds/streets';

describe('PaperPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(boxes: Api<'PaperBatchDto'>[]) {
    const page = await desk.open(PaperPage, { slug: 'streets' });
    await desk.answer(AT, aRound);
    await desk.answer(`${AT}/paper-batches`, boxes);
    return page;
  }

  it('tells the second counter nothing of what the first found', async () => {
    const hidden = { issued: null, inBox: null, spoiled: null, returned: null, missing: null };
    const page = await show([{ ...aBox, ...hidden, stage: 'counted-once' }]);
    expect(page.words).toContain('Count the box yourself, without being told the numbers');
    expect(page.words).toContain('Counted by one – – – – –');
  });

  it('sends a count of whole numbers and keeps it when another officer found something else', async () => {
    const page = await show([]);
    expect(page.words).toContain('No box has been counted yet');
    page.type('batch', 'Library!');
    await page.press('This is what I counted');
    expect(page.find('#batch-error').textContent).toContain('small letters');
    expect(page.find('#issued-error').textContent).toContain('enter a whole number');

    for (const [id, value] of [
      ['batch', 'library'],
      ['issued', '3'],
      ['in-box', '2'],
      ['missing', '1'],
    ] as const)
      page.type(id, value);
    await page.press('This is what I counted');
    const sent = await desk.answer(`${AT}/paper-batches`, refusal('voting.officers-differ'), 409);
    expect(sent).toEqual({ batch: 'library', issued: 3, inBox: 2, spoiled: 0, returned: 0, missing: 1 });
    expect(page.words).toContain('Another officer entered something else.');
    expect(page.find<HTMLInputElement>('#in-box').value).toBe('2');
  });
});

describe('PrintPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(inputs: object, round: object = {}) {
    const page = await desk.open(PrintPage, { slug: 'streets', ...inputs });
    await desk.answer(AT, { ...aRound, paperSha256: 'abc', maxChoices: 2, ...round });
    await desk.answer(`${AT}/ballot-paper`, aPaper);
    await desk.answer(`${AT}/paper-sheets`, []);
    return page;
  }

  it('gives out numbers once and shows the print under its own address', async () => {
    const page = await show({ copies: '2' });
    await page.press('Make new sheets');
    const serials = ['AB12CD34', 'EF56GH78'];
    expect(await desk.answer(`${AT}/paper-sheets`, { id: 'p1', serials })).toEqual({ copies: 2 });
    page.set({ print: 'p1' });
    await settle();
    await desk.answer(`${AT}/paper-sheets/p1`, { id: 'p1', serials });
    expect(page.words).toContain('Tick up to 2 projects.');
    expect(page.words).toContain('Sheet AB12-CD34');
    expect(page.words).toContain('1. A ball court');
  });

  it('prints nothing before the paper is frozen, and no heap', async () => {
    expect((await show({}, { paperSha256: null })).words).toContain('once voting has opened');
  });

  it('refuses more sheets than a print holds', async () => {
    const page = await show({ copies: '501' });
    await page.press('Make new sheets');
    expect(page.find('#copies-error').textContent).toContain('from 1 to 500');
  });
});

describe('SamplePage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  const announced: NonNullable<Api<'SampleOfficeDto'>['sample']> = {
    ...{ sheets: 1, thrownAt: '2026-11-25T14:30:00Z', place: 'Town hall' },
    ...{ announcedAt: '2026-11-24T10:00:00Z', seed: null, serials: [], errors: null, note: null },
  };
  const sheets = [{ serial: 'AB12CD34', batch: 'library', choices: ['11'] }];

  async function show(office: Partial<Api<'SampleOfficeDto'>>) {
    const page = await desk.open(SamplePage, { slug: 'streets' });
    await desk.answer(AT, aRound);
    await desk.answer(`${AT}/ballot-paper`, aPaper);
    await desk.answer(`${AT}/paper-sample`, { sample: null, asked: null, sheets: [], ...office });
    return page;
  }

  it('announces day, time and place before anything is drawn', async () => {
    const page = await show({});
    await page.press('Announce it');
    expect(page.find('#place-error').textContent).toContain('Say where');
    page.type('sheets', '1');
    page.day('thrown-day', 25, 7, 2027);
    page.type('thrown-time', '14:30');
    page.type('place', 'Town hall');
    await page.press('Announce it');
    const sent = await desk.answer(`${AT}/paper-sample`, { sample: announced, asked: null, sheets: [] });
    expect(sent).toEqual({ sheets: 1, thrownAt: '2027-07-25T13:30:00.000Z', place: 'Town hall' });
    expect(page.words).toContain('2. Throw the dice');
  });

  it('draws with the digits of two officers', async () => {
    const page = await show({ sample: announced });
    page.type('seed', '31 41');
    await page.press('Draw by these digits');
    expect(page.find('#seed-error').textContent).toContain('10 to 100 digits');
    page.type('seed', '31415 92653');
    await page.press('Draw by these digits');
    const asked = { act: 'draw', mine: true };
    const sent = await desk.answer(`${AT}/paper-sample/draw`, { sample: announced, asked, sheets: [] });
    expect(sent).toEqual({ seed: '3141592653' });
    expect(page.words).toContain('A second officer enters them too');
  });

  it('shows what was published of the sheets drawn and takes how many differ', async () => {
    const drawn = { ...announced, seed: '3141592653', serials: ['AB12CD34'] };
    const page = await show({ sample: drawn, sheets });
    expect(page.words).toContain('AB12-CD34');
    expect(page.words).toContain('2: 2. Trees');
    page.type('errors', '0');
    await page.press('This is what we found');
    const done = { sample: { ...drawn, errors: 0 }, asked: null, sheets };
    expect(await desk.answer(`${AT}/paper-sample/outcome`, done)).toEqual({ errors: 0 });
    expect(page.words).toContain('0 of 1 sheets differed');
  });
});
