import { beforeEach, describe, expect, it } from '@jest/globals';
import { aCount, aResult, aRound } from '../test-data.js';
import { refusal, settle, TestDesk } from '../test-page.js';
import { CountPage } from './count-page.js';

describe('CountPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(counts: unknown[], round: object = aRound) {
    const page = await desk.open(CountPage, { slug: 'streets' });
    await desk.answer('/api/rounds/streets', round);
    await desk.answer('/api/rounds/streets/counts', counts);
    desk.http.match('/api/counts/c1/results').forEach((call) => call.flush(aResult));
    await settle();
    return page;
  }

  it('shows the rule and runs the count', async () => {
    const page = await show([]);
    expect(page.words).toContain('Most votes first.');
    await page.press('Run the count');
    await desk.answer('/api/rounds/streets/counts', { ...aCount, state: 'queued' }, 202);
    await desk.answer('/api/rounds/streets/counts', [{ ...aCount, state: 'running', progress: 0.4 }]);

    expect(page.words).toContain('Counted: 40%');
    expect(page.words).toContain('You may leave this page.');
  });

  it('shows the result to sign, and who is missing', async () => {
    const page = await show([aCount]);
    expect(page.words).toContain('Two officers must sign. Nobody has signed yet.');
    expect(page.words).toContain('Funded in place 1 of 1 with 6 votes.');
    expect(page.words).toContain('£30,000 of £40,000');

    await page.press('Sign the count');
    const signatures = [{ by: 'Officer A', at: '2026-11-22T22:00:00Z' }];
    const mine = {
      maySign: false,
      mayPublish: false,
      why: 'You have signed this count. Another officer must.',
    };
    const signed = { ...aCount, signatures, mine };
    await desk.answer('/api/counts/c1/sign', signed);
    await desk.answer('/api/rounds/streets/counts', [signed]);

    expect(page.words).toContain('A second, different officer must sign, too.');
    expect(page.words).toContain('You have signed this count. Another officer must.');
    expect(page.words).not.toContain('Sign the count');
  });

  it('publishes what two officers have signed', async () => {
    const mine = { maySign: false, mayPublish: true, why: null };
    const page = await show([{ ...aCount, state: 'signed-off', mine }]);
    await page.press('Publish the count');
    await desk.answer('/api/counts/c1/publish', {});
  });

  it('says in words why it was refused', async () => {
    const page = await show([aCount]);
    await page.press('Sign the count');
    await desk.answer('/api/counts/c1/sign', refusal('identity.second-factor-needed'), 403);

    expect(page.words).toContain('This needs a second factor');
  });

  it('leads to the decision, whether it is new or there already', async () => {
    const page = await show([{ ...aCount, state: 'published' }]);
    await page.press('Write the decision');
    await desk.answer('/api/decisions', refusal('decision.exists', { number: 'D-4' }), 409);

    expect(desk.went).toEqual(['/office/decisions/D-4']);
  });
});
