import { beforeEach, describe, expect, it } from '@jest/globals';
import { aRound } from '../test-data.js';
import { TestDesk } from '../test-page.js';
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
