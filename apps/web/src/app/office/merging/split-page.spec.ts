import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProposal } from '../test-data.js';
import { refusal, TestDesk, type TestPage } from '../test-page.js';
import { SplitPage } from './split-page.js';

const REASON = 'The light can be had without the crossing.';

describe('SplitPage', () => {
  let desk: TestDesk;
  let page: TestPage;
  const about = async (suggestions: object[]): Promise<void> => {
    page = await desk.open(SplitPage, { number: '7' });
    await desk.answer('/api/proposals/7', aProposal);
    await desk.answer('/api/proposals/7/suggestions', suggestions);
  };
  const draft = (): void => {
    page.type('summary-0', 'Stripes at the school gate, nothing else.');
    page.type('title-1', 'A light at the school');
    page.type('summary-1', 'One lamp where the children wait.');
    page.type('estimate-1', '1,500');
    page.type('reason', REASON);
  };
  beforeEach(() => {
    desk = new TestDesk();
  });

  it('begins with the whole text in the part that stays, and asks the authors', async () => {
    await about([]);
    expect(page.find<HTMLInputElement>('#title-0').value).toBe('A crossing');
    expect(page.find<HTMLInputElement>('#estimate-0').value).toBe('5000');
    draft();
    await page.press('Ask the authors');
    expect(await desk.answer('/api/proposals/7/split', { id: 'a1' })).toEqual({
      parts: [
        {
          title: 'A crossing',
          summary: 'Stripes at the school gate, nothing else.',
          body: 'Where the children cross.',
          estimatePence: 500_000,
        },
        {
          title: 'A light at the school',
          summary: 'One lamp where the children wait.',
          body: 'Where the children cross.',
          estimatePence: 150_000,
        },
      ],
      reason: REASON,
    });
  });

  it('names what is missing in which part, and asks nobody', async () => {
    await about([]);
    await page.press('Ask the authors');
    expect(page.words).toContain('Give the part a title of at least 5 characters');
    expect(page.words).toContain('Give the reason in a sentence');
    expect(desk.asked('/api/proposals/7/split')).toBe(false);
  });

  it('takes up to five parts, and keeps what was typed when it is refused', async () => {
    await about([]);
    for (let parts = 2; parts < 5; parts++) await page.press('Add another part');
    expect(page.words).not.toContain('Add another part');
    for (let parts = 5; parts > 2; parts--) await page.press('Remove part 3');
    draft();
    await page.press('Ask the authors');
    await desk.answer('/api/proposals/7/split', refusal('suggestion.already-open'), 409);
    expect(page.words).toContain('There is a problem');
    expect(page.find<HTMLInputElement>('#title-1').value).toBe('A light at the school');
  });

  it('shows how far its authors are, and takes it back with a reason', async () => {
    await about([{ id: 'a1', kind: 'split', state: 'open', consent: { agreed: 1, of: 2 } }]);
    expect(page.words).toContain('1 of 2 agreed');
    page.type('cancel', 'The author would rather keep it whole.');
    await page.press('Take the suggestion back');
    expect(await desk.answer('/api/proposal-suggestions/a1/cancel', {})).toEqual({
      reason: 'The author would rather keep it whole.',
    });
  });
});
