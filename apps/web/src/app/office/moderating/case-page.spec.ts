import { describe, expect, it } from '@jest/globals';
import type { Api } from '@commonthread/api-client';
import { refusal, STOKE, TestDesk } from '../test-page.js';
import { CasePage } from './case-page.js';

const aCase: Api<'CaseDto'> = {
  number: 7,
  state: 'waiting',
  origin: 'reports',
  kind: 'comment',
  proposalNumber: 12,
  title: 'Benches by the pond',
  place: STOKE,
  openedAt: '2026-11-22T09:00:00Z',
  reports: 1,
  rules: ['spam'],
  words: 'Buy my benches',
  authorLabel: 'Sam',
  told: [{ rule: 'spam', words: 'It sells something.', reportedOn: '2026-11-22', wantsAnswer: true }],
  act: null,
  rule: null,
  reason: null,
  checklist: null,
  appealWords: null,
  appealUpheld: null,
  appealReason: null,
  mine: { mayDecide: true, why: null },
};

describe('CasePage', () => {
  async function show(change: Partial<Api<'CaseDto'>> = {}) {
    const desk = new TestDesk('moderator');
    const page = await desk.open(CasePage, { number: '7' });
    await desk.answer('/api/moderation/cases/7', { ...aCase, ...change });
    return { desk, page };
  }

  it('shows what was written and why it is here', async () => {
    const { page } = await show();

    expect(page.words).toContain('Buy my benches');
    expect(page.words).toContain('It sells something.');
    expect(page.words).toContain('an answer will be mailed');
  });

  it('names every question without an answer before it sends anything', async () => {
    const { desk, page } = await show();
    await page.press('Decide');

    for (const said of ['Say which harm it does', 'Choose what you decide', 'Give the reason in a sentence'])
      expect(page.words).toContain(said);
    expect(desk.asked('/api/moderation/cases/7/decide')).toBe(false);
  });

  it('sends the decision with its rule and checklist, and keeps what was typed when it is refused', async () => {
    const { desk, page } = await show();
    page.type('harm', 'None to people.');
    page.type('context', 'A talk about benches.');
    page.type('milder', 'No.');
    await page.choose('hide');
    await page.choose('spam');
    page.type('reason', 'It sells something.');
    await page.press('Decide');
    const sent = await desk.answer('/api/moderation/cases/7/decide', refusal('moderation.not-waiting'), 409);

    expect(sent).toEqual({
      act: 'hide',
      rule: 'spam',
      reason: 'It sells something.',
      checklist: { harm: 'None to people.', context: 'A talk about benches.', milder: 'No.' },
    });
    expect(page.words).toContain('The API says no.');
    expect(page.find<HTMLTextAreaElement>('#reason').value).toBe('It sells something.');
  });

  it('says why this reader may not decide', async () => {
    const { page } = await show({
      state: 'appealed',
      act: 'hide',
      rule: 'spam',
      reason: 'It sells something.',
      appealWords: 'I give them away.',
      mine: { mayDecide: false, why: 'You took the decision that is appealed.' },
    });

    expect(page.words).toContain('I give them away.');
    expect(page.words).toContain('You took the decision that is appealed.');
    expect(page.has('form')).toBe(false);
  });
});
