import { beforeEach, describe, expect, it } from '@jest/globals';
import { aDecision, anAim } from '../test-data.js';
import { PLACES, TestDesk, type TestPage } from '../test-page.js';
import { DecisionPage } from './decision-page.js';

describe('DecisionPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(decision: object = {}): Promise<TestPage> {
    const page = await desk.open(DecisionPage, { number: 'D-1' });
    await desk.answer('/api/decisions/D-1', { ...aDecision, ...decision });
    return page;
  }
  const write = (page: TestPage): void => {
    page.type('summary', 'The crossing is built.');
    page.type('reasons', 'It had most votes.');
    page.type('fairness', 'Children gain.');
    page.type('what-next', 'Work begins in May.');
  };

  it('starts from the count’s own reasons and says what is missing', async () => {
    const page = await show();
    expect(page.find<HTMLTextAreaElement>('#reason-2').value).toBe('It was short.');
    expect(page.words).toContain('It names at least one indicator it aims to move : missing');
  });

  it('does not go on with what is not complete and leads to what is missing', async () => {
    const page = await show();
    write(page);
    await page.press('Save, and go on');
    expect(page.find('ct-error-summary').textContent).toContain('Add an aim');
    expect(page.has('a[href="#add-aim"]')).toBe(true);
  });

  it('sends the words and only the reasons that changed', async () => {
    const page = await show();
    write(page);
    page.type('reason-2', 'The lights come next year.');
    await page.press('Save');

    expect(await desk.answer('/api/decisions/D-1', aDecision)).toEqual({
      title: 'Decision on safer streets',
      summary: 'The crossing is built.',
      reasons: 'It had most votes.',
      fairness: 'Children gain.',
      whatNext: 'Work begins in May.',
      items: [{ proposalNumber: 2, reason: 'The lights come next year.' }],
    });
    expect(page.words).toContain('Saved.');
  });

  it('keeps what is typed when the page is opened again', async () => {
    const page = await show();
    page.type('summary', 'The crossing is built.');

    const again = await show();
    expect(again.find<HTMLTextAreaElement>('#summary').value).toBe('The crossing is built.');
  });

  it('adds an aim with its indicator, size, day and comparison places', async () => {
    const page = await show();
    await page.press('Add an aim');
    await desk.answer('/api/places', PLACES);
    const latest = { percent: 26, n: 428, period: '2025', label: 'Feel safe after dark' };
    const indicators = [
      { code: '3.3', name: 'People feel safe', polarity: 'higher-is-better', latest, useWithCare: null },
      { code: '3.9', name: 'Background', polarity: 'context', latest: null, useWithCare: null },
    ];
    await desk.answer('/api/indicators', [{ number: 3, name: 'Safety', indicators }]);
    expect(page.find('#aim-indicator').textContent).not.toContain('Background');

    page.type('aim-indicator', '3.3');
    expect(page.words).toContain('Last measured: 26%, “Feel safe after dark”; 428 people answered (2025).');
    page.type('aim-size', '5');
    page.day('aim-due', 30, 9, 2027);
    page.type('aim-mechanism', 'Fewer cars at the school gate.');
    await page.choose('bentilee');
    await page.press('Save this aim');

    expect(await desk.answer('/api/decisions/D-1/aims', anAim)).toEqual({
      indicatorCode: '3.3',
      direction: 'up',
      sizePoints: 5,
      population: 'adults who live there',
      placeSlug: 'stoke',
      dueOn: '2027-09-30',
      mechanism: 'Fewer cars at the school gate.',
      comparisonPlaceSlugs: ['bentilee'],
    });
  });

  it('saves what is complete and goes on to where two officers publish it', async () => {
    const page = await show({ aimsFull: [anAim] });
    write(page);
    expect(page.words).toContain(
      'Raise the share of people who feel safe by 5 percentage points. Among: adults who live there, Stoke-on-Trent.',
    );
    await page.press('Save, and go on');
    await desk.answer('/api/decisions/D-1', { ...aDecision, aimsFull: [anAim] });

    expect(desk.went).toEqual(['/office/rounds/streets/publish']);
  });

  it('shows a published decision as fixed', async () => {
    const page = await show({ state: 'published', publishedAt: '2026-11-22T22:00:00Z' });

    expect(page.words).toContain('This decision is published and fixed since 22 November 2026.');
    expect(page.has('#publish')).toBe(false);
  });

  it('puts a mistake right by a new version with a note', async () => {
    const published = { ...aDecision, state: 'published', summary: 'The crosing is built.' };
    const page = await show(published);
    await page.press('Publish the correction');
    expect(page.find('#note-error').textContent).toContain('Say what was wrong');

    page.type('note', 'A word was misspelt.');
    page.type('summary', 'The crossing is built.');
    await page.press('Publish the correction');
    const sent = await desk.answer('/api/decisions/D-1/corrections', { ...published, version: 2 });
    expect(sent).toMatchObject({
      note: 'A word was misspelt.',
      summary: 'The crossing is built.',
      items: [],
    });
    expect(page.words).toContain('This is version 2.');
  });
});
