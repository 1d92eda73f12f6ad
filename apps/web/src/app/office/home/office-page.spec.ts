import { beforeEach, describe, expect, it } from '@jest/globals';
import { aCount, aDecision, aRound } from '../test-data.js';
import { TestDesk } from '../test-page.js';
import { OfficePage } from './office-page.js';
import { countTask } from './waiting-tasks.js';

describe('OfficePage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(
    rounds: unknown[],
    decisions: unknown[] = [],
    imports: unknown[] = [],
    tabs: unknown[] = [],
    outcomes: unknown[] = [],
  ) {
    const page = await desk.open(OfficePage);
    await desk.answer('/api/rounds', rounds);
    await desk.answer('/api/decisions', decisions);
    await desk.answer('/api/imports', imports);
    await desk.answer('/api/outcomes/waiting', outcomes);
    await desk.answer('/api/reviews?limit=1', { items: [], next: null, tabs });
    await desk.answer('/api/deliveries', { items: [] });
    for (const { slug, state } of rounds as { slug: string; state: string }[])
      await desk.answerQueues(slug, state);
    return page;
  }

  it('says what is waiting, each with the page where it is done', async () => {
    const page = await show(
      [
        { ...aRound, id: '1', slug: 'new', title: 'New round', state: 'draft' },
        { ...aRound, id: '2', slug: 'parks', title: 'Parks', state: 'review' },
        aRound,
      ],
      [aDecision],
      [{ id: 'i1', fileName: 'town.pb', state: 'refused' }],
      [
        { tab: 'overdue', count: 4 },
        { tab: 'appeals', count: 0 },
      ],
      [
        {
          roundSlug: 'parks',
          roundTitle: 'Parks',
          proposed: { by: 'Officer Ada', at: '2026-11-22T21:00:00Z', mine: false, stale: false },
        },
      ],
    );
    await desk.answer('/api/rounds/streets/counts', [aCount]);

    const tasks = page.find('.ct-tasks').textContent!.replace(/\s+/g, ' ');
    expect(tasks).toContain('Finish the draft and open it');
    expect(tasks).toContain('Reviews are overdue4 proposals');
    expect(tasks).not.toContain('Appeals');
    expect(page.has('a[href="/office/reviews?tab=overdue"]')).toBe(true);
    expect(tasks).toContain('Look at an outcome and publish itParksProposed by Officer Ada.');
    expect(page.has('a[href="/office/rounds/parks/publish"]')).toBe(true);
    expect(tasks).toContain('Sign the count');
    expect(tasks).toContain('Finish the decision, and publish the outcome');
    expect(tasks).toContain('An import was refused: see why');
    expect(page.find('a[href="/office/rounds/streets/count"]').textContent).toContain('Sign the count');
  });

  it('asks for one thing of a round, the one that is furthest', async () => {
    const proposed = { by: 'Officer Ada', at: '2026-11-22T21:00:00Z', mine: true, stale: false };
    const outcome = { roundSlug: 'streets', roundTitle: 'Safer streets', proposed };
    const page = await show([aRound], [aDecision], [], [], [outcome]);
    await desk.answer('/api/rounds/streets/counts', [{ ...aCount, state: 'signed-off' }]);

    const tasks = [...page.find('.ct-tasks').querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(tasks).toEqual([expect.stringContaining('An outcome waits for another officer')]);
  });

  it('forgets a refused import once another file was sent', async () => {
    const page = await show(
      [],
      [],
      [
        { id: 'i2', fileName: 'town-2.pb', state: 'done' },
        { id: 'i1', fileName: 'town.pb', state: 'refused' },
      ],
    );

    expect(page.words).toContain('Nothing is waiting for you');
  });

  it('says so when nothing is waiting and there is no round', async () => {
    const page = await show([]);

    expect(page.words).toContain('Nothing is waiting for you');
    expect(page.words).toContain('There is no round yet');
  });
});

describe('what a count waits for', () => {
  it.each([
    [[], 'Count the votes'],
    [[{ ...aCount, state: 'running' as const }], 'A count is under way'],
    [[aCount], 'Sign the count'],
    [[{ ...aCount, state: 'signed-off' as const }], 'Decide, and publish the outcome'],
  ])('%#', (counts, what) => expect(countTask(aRound, counts)?.what).toBe(what));

  it('is the decision once one is published, and nothing for an imported round', () => {
    const counts = [{ ...aCount, state: 'published' as const }];
    expect(countTask(aRound, counts)?.what).toBe('Decide, and publish the outcome');
    expect(countTask({ ...aRound, imported: true }, counts)).toBeNull();
  });

  it('says why this officer may not sign', () => {
    const mine = { maySign: false, mayPublish: false, why: 'You have signed this count.' };
    expect(countTask(aRound, [{ ...aCount, mine }])?.note).toBe('You have signed this count.');
  });
});
