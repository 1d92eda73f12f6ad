import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestDesk, type TestPage } from '../test-page.js';
import type { Delivery } from './delivering-api.js';
import { ProjectPage } from './project-page.js';
import { ProjectsPage } from './projects-page.js';

const aDelivery: Delivery = {
  number: 7,
  title: 'Benches by the canal',
  state: 'in-delivery',
  currency: 'GBP',
  ownerBody: 'Parks team',
  contactOffice: 'Civic Centre',
  begunAt: '2026-01-01T10:00:00Z',
  milestones: [
    {
      id: 'm1',
      title: 'Opening',
      plannedOn: '2026-09-01',
      forecastOn: '2026-09-01',
      doneOn: null,
      overdue: true,
      slips: [],
    },
  ],
  money: {
    budgetPence: 60_000,
    committedPence: 0,
    paidPence: 0,
    localPence: 0,
    socialPence: 0,
    payments: 0,
    payees: 0,
  },
  spend: [],
  updates: [],
  end: null,
};
const url = '/api/deliveries/7';

describe('delivering a project', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function open(change: Partial<Delivery> = {}): Promise<TestPage> {
    const page = await desk.open(ProjectPage, { number: '7' });
    await desk.answer(url, { ...aDelivery, ...change });
    return page;
  }

  it('first asks who delivers it', async () => {
    const page = await open({ ownerBody: null, contactOffice: null, state: 'funded', milestones: [] });
    await page.press('Save who delivers it');
    expect(page.words).toContain('Enter the organisation that delivers it');
    page.type('owner-body', 'Parks team');
    page.type('contact-office', 'Civic Centre');
    await page.press('Save who delivers it');
    expect(await desk.answer(`${url}/owner`, aDelivery)).toEqual({
      ownerBody: 'Parks team',
      contactOffice: 'Civic Centre',
    });
    expect(page.words).toContain('Tell how it is getting on');
  });

  it('asks for a reason as soon as the day is later than was said', async () => {
    const page = await open();
    await page.choose('forecast');
    page.day('step-m1-day', 1, 10, 2026);
    await page.press('Save the step');
    expect(page.words).toContain('Give the reason in a sentence');
    page.type('step-m1-reason', 'The ground was frozen for weeks.');
    await page.press('Save the step');
    expect(await desk.answer(`${url}/milestones/m1/forecast`, aDelivery)).toEqual({
      forecastOn: '2026-10-01',
      reason: 'The ground was frozen for weeks.',
    });
  });

  it('asks for no reason for an earlier day', async () => {
    const page = await open();
    await page.choose('done');
    page.day('step-m1-day', 20, 8, 2026);
    expect(page.has('#step-m1-reason')).toBe(false);
    await page.press('Save the step');
    expect(await desk.answer(`${url}/milestones/m1/done`, aDelivery)).toEqual({ doneOn: '2026-08-20' });
  });

  it('keeps the sentence when telling it fails, then offers photos', async () => {
    const page = await open();
    page.type('update-words', 'The first bench is up.');
    await page.press('Tell it');
    await desk.answer(`${url}/updates`, { title: 'x', detail: 'Not now.' }, 500);
    expect(page.find<HTMLTextAreaElement>('#update-words').value).toBe('The first bench is up.');
    await page.press('Tell it');
    const update = { id: 'u1', words: 'The first bench is up.', at: '2026-08-01T10:00:00Z', attachments: [] };
    await desk.answer(`${url}/updates`, { ...aDelivery, updates: [update] });
    await desk.answer('/api/attachments?ownerKind=delivery-update&ownerId=u1', []);
    expect(page.words).toContain('Add photos to it');
  });

  it('asks why more is paid than was decided, and says how much more', async () => {
    const page = await open();
    await page.choose('paid');
    page.type('spend-amount', '850');
    page.day('spend-day', 1, 8, 2026);
    page.type('spend-payee', 'Canal Works Ltd');
    page.type('spend-for', 'Six benches');
    await page.press('Enter it');
    expect(page.words).toContain('This is £250 more than was decided for the project.');
    expect(page.words).toContain('If it is right, say in a sentence why');
    page.type('spend-over', 'The ground was softer than the survey said.');
    await page.press('Enter it');
    expect(await desk.answer(`${url}/spend`, aDelivery)).toMatchObject({
      amountPence: 85_000,
      overReason: 'The ground was softer than the survey said.',
    });
  });

  it('ends only with all its words', async () => {
    const page = await open();
    await page.choose('stopped');
    await page.press('End the project');
    expect(page.words).toContain('Say in a sentence or two what became of it');
    page.type('end-outcome', 'The ground could not carry it, so it was stopped.');
    page.type('end-different', 'Nothing is different.');
    page.type('end-not-done', 'All of it.');
    await page.press('End the project');
    const end = {
      ending: 'stopped' as const,
      outcome: 'The ground could not carry it, so it was stopped.',
      differentNow: 'Nothing is different.',
      notDone: 'All of it.',
    };
    const over = { ...aDelivery, state: 'stopped', end: { ...end, at: '2026-08-01T10:00:00Z' } };
    expect(await desk.answer(`${url}/end`, over)).toEqual(end);
    expect(page.words).toContain('Nothing about it changes any more.');
  });

  it('lists each project once, the late ones first', async () => {
    const page = await desk.open(ProjectsPage);
    const one = {
      number: 7,
      title: 'Benches',
      state: 'in-delivery',
      round: { slug: 'r', title: 'Round' },
      place: { slug: 'p', name: 'Place', kind: 'ward' },
      slipped: true,
      overdue: true,
      quiet: true,
      next: { title: 'Opening', forecastOn: '2026-09-01' },
    };
    const waiting = {
      ...one,
      number: 8,
      title: 'Trees',
      state: 'funded',
      slipped: false,
      overdue: false,
      quiet: false,
    };
    await desk.answer('/api/deliveries', { items: [waiting, one], money: {} });
    expect(page.words).toMatch(/Overdue \(1\).*Benches.*Nobody named yet \(1\).*Trees/);
  });
});
