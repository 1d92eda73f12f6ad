import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProposal, aRound } from '../test-data.js';
import { TestDesk } from '../test-page.js';
import { AssessPage } from './assess-page.js';
import { RoundDeskPage } from './round-desk-page.js';

describe('RoundDeskPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(round: object) {
    const page = await desk.open(RoundDeskPage, { slug: 'streets' });
    await desk.answer('/api/rounds/streets', { ...aRound, ...round });
    return page;
  }

  it('says when a draft opens that was opened ahead of its dates, and does not offer it again', async () => {
    const page = await show({ state: 'draft', nextChangeAt: '2027-01-04T00:00:00Z' });

    expect(page.words).toContain('It opens by itself on 4 January 2027.');
    expect(page.words).not.toContain('Open the round');
  });

  it('opens a draft', async () => {
    const page = await show({ state: 'draft' });
    await page.press('Open the round');
    await desk.answer('/api/rounds/streets/open', { ...aRound, state: 'ideas' });

    expect(page.words).toContain('Open for ideas');
    expect(page.words).not.toContain('Open the round');
  });

  it('moves it to another phase only with a reason, never back past a frozen paper', async () => {
    const page = await show({ state: 'voting', paperSha256: 'abc' });
    const phases = [...page.find<HTMLSelectElement>('#phase').options].map(({ value }) => value);
    expect(phases).toEqual(['', 'counting', 'decided', 'delivering', 'closed']);

    page.type('phase', 'counting');
    await page.press('Move the round');
    expect(page.find('#override-reason-error').textContent).toContain('Give the reason in a sentence');

    page.type('override-reason', 'The hall was closed by the flood.');
    await page.press('Move the round');
    const sent = await desk.answer('/api/rounds/streets/override', { ...aRound, state: 'counting' });
    expect(sent).toEqual({ phase: 'counting', reason: 'The hall was closed by the flood.' });
  });

  it('leads to the count once voting is over', async () => {
    const page = await show({ state: 'counting' });
    expect(page.has('a[href="/office/rounds/streets/count"]')).toBe(true);
  });
});

describe('AssessPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(proposal: object = {}) {
    const page = await desk.open(AssessPage, { number: '7' });
    await desk.answer('/api/proposals/7', { ...aProposal, ...proposal });
    return page;
  }

  it('accepts with a cost, beginning the review on the way', async () => {
    const page = await show();
    await page.choose('accepted');
    await page.press('Give this answer');
    expect(page.find('#cost-error').textContent).toContain('Enter the cost in pounds');

    page.type('cost', '12,500');
    await page.press('Give this answer');
    const first = await desk.answer('/api/proposals/7/assess', { ...aProposal, state: 'in-review' });
    const second = await desk.answer('/api/proposals/7/assess', { ...aProposal, state: 'accepted' });
    expect([first, second]).toEqual([{ to: 'in-review' }, { to: 'accepted', costPence: 1_250_000 }]);
    expect(page.words).toContain('Answered: Accepted for the ballot');
  });

  it('says no only with a reason', async () => {
    const page = await show({ state: 'in-review' });
    await page.choose('not-taken-forward');
    await page.press('Give this answer');
    expect(page.find('#reason-error').textContent).toContain('Give the reason');

    page.type('reason-code', 'land');
    page.type('reason', 'The land is not the council’s.');
    await page.press('Give this answer');
    const sent = await desk.answer('/api/proposals/7/assess', { ...aProposal, state: 'not-taken-forward' });
    expect(sent).toEqual({
      to: 'not-taken-forward',
      reasonCode: 'land',
      reason: 'The land is not the council’s.',
    });
  });

  it('offers nothing where nothing is to be answered', async () => {
    const page = await show({ state: 'on-ballot' });
    expect(page.words).toContain('There is nothing to answer in its present state.');
  });
});
