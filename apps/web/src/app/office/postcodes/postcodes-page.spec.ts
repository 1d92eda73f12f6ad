import { beforeEach, describe, expect, it } from '@jest/globals';
import { refusal, TestDesk, type TestPage } from '../test-page.js';
import { PostcodesPage } from './postcodes-page.js';

const AT = '/api/postcodes/import';

describe('PostcodesPage', () => {
  let desk: TestDesk;
  let page: TestPage;
  beforeEach(async () => {
    desk = new TestDesk('administrator');
    page = await desk.open(PostcodesPage);
  });

  function pick(): void {
    const field = page.find<HTMLInputElement>('#postcodes-file');
    Object.defineProperty(field, 'files', { value: [new File(['a'], 'postcodes.csv')] });
    field.dispatchEvent(new Event('change'));
  }

  it('names postcodes that two lines put into two places, and how the headings were read', async () => {
    await page.press('Import');
    expect(page.words).toContain('Choose a file');
    pick();
    await page.press('Import');
    await desk.answer(AT, {
      ...{ read: 3, stored: 2, skipped: 1, notes: ['wd26cd was read; wd25cd set aside as older.'] },
      split: [{ postcode: 'ST6 5SP', lines: [2, 3] }],
    });
    expect(page.words).toContain('wd26cd was read');
    expect(page.words).toMatch(/ST6 5SP ?2, 3/);
  });

  it('asks about a file that is not UTF-8, and says what else was refused', async () => {
    pick();
    await page.press('Import');
    const doubt = { guess: 'windows-1252', line: 2, byte: 9, sample: [{ line: 2, text: 'Tŷ' }] };
    await desk.answer(AT, refusal('file.encoding-unsure', doubt), 422);
    expect(page.words).toContain('Are these lines right?');
    await page.press('Yes, every letter is right');
    await desk.answer(`${AT}?encoding=windows-1252`, refusal('postcode.file-faulty'), 422);
    expect(page.words).toContain('The API says no.');
  });
});
