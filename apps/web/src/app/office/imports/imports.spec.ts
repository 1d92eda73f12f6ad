import { beforeEach, describe, expect, it } from '@jest/globals';
import { PLACES, refusal, settle, TestDesk } from '../test-page.js';
import { ImportPage } from './import-page.js';
import { ImportsPage } from './imports-page.js';

const run = {
  id: 'i1',
  fileName: 'town.pb',
  state: 'reading',
  progress: 0.25,
  projects: 4,
  ballots: 1000,
  ballotsDone: 0,
  warnings: [],
  faults: [],
  roundSlug: null,
  startedAt: '2026-11-22T21:00:00Z',
  seconds: null,
};

describe('imports', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  it('asks for the file and its place, then goes to the import', async () => {
    const page = await desk.open(ImportsPage);
    await desk.answer('/api/places', PLACES);
    await desk.answer('/api/imports', []);
    expect(page.words).toContain('You have imported nothing yet');
    await page.press('Import');
    expect(page.find('#file-error').textContent).toContain('Choose a .pb file');

    const file = new File(['META'], 'town.pb');
    const field = page.find<HTMLInputElement>('#file');
    Object.defineProperty(field, 'files', { value: [file] });
    field.dispatchEvent(new Event('change'));
    page.type('place', 'bentilee');
    await page.press('Import');
    const sent = (await desk.answer('/api/imports', run, 202)) as FormData;
    expect(sent.get('placeSlug')).toBe('bentilee');
    expect((sent.get('file') as File).name).toBe('town.pb');
    expect(desk.went).toEqual(['/office/imports/i1']);
  });

  it('asks with a sample about a file that is not UTF-8, and imports it as confirmed', async () => {
    const page = await desk.open(ImportsPage);
    await desk.answer('/api/places', PLACES);
    await desk.answer('/api/imports', []);
    const field = page.find<HTMLInputElement>('#file');
    Object.defineProperty(field, 'files', { value: [new File(['META'], 'town.pb')] });
    field.dispatchEvent(new Event('change'));
    page.type('place', 'bentilee');
    await page.press('Import');
    const doubt = { guess: 'windows-1250', line: 4, byte: 60, sample: [{ line: 4, text: 'unit;Łódź' }] };
    await desk.answer('/api/imports', refusal('file.encoding-unsure', doubt), 422);
    expect(page.words).toContain('unit;Łódź');
    expect(page.words).toContain('Windows-1250');
    await page.press('Yes, every letter is right');
    await desk.answer('/api/imports?encoding=windows-1250', run, 202);
    expect(desk.went).toEqual(['/office/imports/i1']);
  });

  it('shows how far it has come and that one may leave', async () => {
    const page = await desk.open(ImportPage, { id: 'i1' });
    await desk.answer('/api/imports/i1', run);

    expect(page.words).toContain('Reading the file: 25%');
    expect(page.words).toContain('You may leave this page');
  });

  it('lists every fault with its line and field', async () => {
    const faults = [{ line: 15, field: 'cost', code: 'x', reason: 'not a decimal amount' }];
    const page = await desk.open(ImportPage, { id: 'i1' });
    await desk.answer('/api/imports/i1', { ...run, state: 'refused', faults });
    await settle();

    expect(page.words).toContain('Nothing was stored.');
    expect(page.find('tbody').textContent!.replace(/\s+/g, ' ').trim()).toBe('15 cost not a decimal amount');
  });
});
