import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProposal } from '../test-data.js';
import { refusal, TestDesk, type TestPage } from '../test-page.js';
import { MergePage } from './merge-page.js';

const twin = { ...aProposal, number: 9, title: 'A zebra crossing' };

describe('MergePage', () => {
  let desk: TestDesk;
  let page: TestPage;
  const about = async (suggestions: object[]): Promise<void> => {
    page = await desk.open(MergePage, { number: '7' });
    await desk.answer('/api/proposals/7', aProposal);
    await desk.answer('/api/proposals/7/similar', [{ proposal: twin, score: 0.7, because: ['title'] }]);
    await desk.answer('/api/proposals/7/suggestions', suggestions);
  };
  beforeEach(() => {
    desk = new TestDesk();
  });

  it('lays both side by side and asks their authors, with the reason', async () => {
    await about([]);
    await page.choose('9');
    await desk.answer('/api/proposals/9', twin);
    expect(page.words).toContain('Goes into the other: 7');
    expect(page.words).toContain('Stays: 9');
    page.type('reason', 'They are the same crossing.');
    await page.press('Ask the authors');
    const sent = await desk.answer('/api/proposals/7/merge', { id: 'a1' });
    expect(sent).toEqual({ into: 9, reason: 'They are the same crossing.' });
  });

  it('begins a new text with both, and keeps what was typed when it is refused', async () => {
    await about([]);
    await page.choose('9');
    await desk.answer('/api/proposals/9', { ...twin, body: 'Stripes and a light.' });
    await page.choose('new');
    expect(page.find<HTMLTextAreaElement>('#body').value).toBe(
      'Stripes and a light.\n\nWhere the children cross.',
    );
    page.type('summary', 'One crossing with stripes and a light.');
    page.type('reason', 'They are the same crossing.');
    await page.press('Ask the authors');
    await desk.answer('/api/proposals/7/merge', refusal('suggestion.already-open'), 409);
    expect(page.words).toContain('There is a problem');
    expect(page.find<HTMLTextAreaElement>('#summary').value).toBe('One crossing with stripes and a light.');
  });

  it('says what is missing before it asks anybody', async () => {
    await about([]);
    await page.press('Ask the authors');
    expect(page.words).toContain('Choose the proposal that stays');
    expect(page.words).toContain('Give the reason in a sentence');
  });

  it('undoes a merge with a reason', async () => {
    await about([{ id: 'a1', kind: 'merge', state: 'done', proposal: aProposal, into: twin }]);
    page.type('undo-a1', 'They mean different crossings.');
    await page.press('Undo it');
    const sent = await desk.answer('/api/proposal-suggestions/a1/undo', {});
    expect(sent).toEqual({ reason: 'They mean different crossings.' });
  });
});
