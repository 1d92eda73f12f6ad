import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Api } from '@commonthread/api-client';
import { aProposal } from '../test-data.js';
import { PLACES, refusal, settle, TestDesk, type TestPage } from '../test-page.js';
import { CRITERIA, type Criterion } from './review-words.js';
import { ReviewsPage } from './reviews-page.js';

type Review = Api<'ReviewDto'>;
type Answer = Api<'ReviewAnswerDto'>;

const anAnswer = (criterion: Criterion, change: Partial<Answer> = {}): Answer => ({
  criterion,
  answer: null,
  reasonCode: null,
  words: '',
  finished: false,
  dueOn: '2026-12-01',
  departmentId: null,
  department: 'Parks',
  personId: null,
  person: null,
  mayAnswer: true,
  ...change,
});
const MAY = { assign: true, cost: true, note: true, confirm: false, sign: false, decideAppeal: false };
const aReview: Review = {
  number: 7,
  state: 'in-review',
  stage: 'answering',
  open: true,
  dueOn: '2026-12-01',
  answers: (Object.keys(CRITERIA) as Criterion[]).map((criterion) => anAnswer(criterion)),
  costs: {
    costLowPence: null,
    costPence: null,
    costHighPence: null,
    runningCostPence: null,
    runningYears: null,
    wholeLifePence: null,
  },
  verdict: null,
  missing: [{ criterion: 'land', what: 'answer' }],
  usualOpening: null,
  notes: [],
  confirmed: null,
  appeal: null,
  may: MAY,
};
const anItem = (number: number): Api<'QueueItemDto'> => ({
  number,
  title: `Idea ${number}`,
  state: 'in-review',
  stage: 'answering',
  dueOn: '2026-11-20',
  overdue: true,
  submittedAt: '2026-11-01T10:00:00Z',
  round: { slug: 'streets', title: 'Safer streets' },
  place: { slug: 'stoke', name: 'Stoke-on-Trent', kind: 'council' },
  supports: 3,
  asked: 7,
  open: 2,
  waitingFor: ['Parks'],
  unassigned: true,
  appealed: false,
});
const aQueue = { items: [anItem(7), anItem(8)], next: null, tabs: [{ tab: 'overdue', count: 2 }] };

describe('ReviewsPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(review: Partial<Review> = {}, query: object = { n: '7' }): Promise<TestPage> {
    const page = await desk.open(ReviewsPage, { ...query });
    await desk.answer('/api/reviews?tab=all', aQueue);
    await desk.answer('/api/departments', []);
    await desk.answer('/api/rounds', []);
    await desk.answer('/api/places', PLACES);
    if ('n' in query) {
      await desk.answer('/api/reviews/7', { ...aReview, ...review });
      await desk.answer('/api/proposals/7', { ...aProposal, number: 7, state: 'in-review' });
    }
    return page;
  }

  it('says what is overdue and whom it waits for', async () => {
    const page = await show({}, {});
    expect(page.words).toContain('Overdue 2');
    expect(page.words).toContain('Overdue since 20 November 2026');
    expect(page.words).toContain('2 of 7 open: Parks, officers');
    expect(page.words).toContain('No proposal in hand');
  });

  it('saves an answer as it is given and shows what the answers amount to', async () => {
    const page = await show();
    page.find<HTMLInputElement>('#answer-land-2').click();
    await settle();
    const sent = await desk.answer('/api/reviews/7/answers', {
      ...aReview,
      verdict: 'not-taken-forward',
      missing: [{ criterion: 'land', what: 'reason-code' }],
    });
    expect(sent).toEqual({
      answers: [{ criterion: 'land', answer: 'not-met', reasonCode: null, words: '', finished: false }],
    });
    expect(page.find('.ct-verdict').textContent).toContain('Do not take it forward');
    expect(page.words).toContain('Land and buildings: choose what the reason is about');
  });

  it('names what is missing beside its question, and loses nothing', async () => {
    const page = await show();
    await page.press('Finish my answers');
    const errors = [{ field: 'land', code: 'review.missing-answer', message: 'Give an answer.' }];
    await desk.answer('/api/reviews/7/answers', refusal('review.incomplete', { errors }), 422);
    expect(page.find('#answer-land-error').textContent).toContain('Give an answer.');
  });

  it('lets nobody answer what is not theirs', async () => {
    const page = await show({ answers: [anAnswer('land', { mayAnswer: false, answer: 'met' })] });
    expect(page.has('#answer-land')).toBe(false);
    expect(page.words).toContain('Yes');
    expect(page.words).not.toContain('Finish my answers');
  });

  it('confirms with the letter’s first sentences', async () => {
    const page = await show({
      stage: 'to-decide',
      verdict: 'accepted',
      missing: [],
      usualOpening: 'Thank you.',
      may: { ...MAY, confirm: true },
    });
    page.type('opening', 'Thank you very much.');
    expect(page.find('ct-letter-text').textContent).toContain('Thank you very much.');
    await page.press('Confirm:');
    const sent = await desk.answer('/api/reviews/7/verdict', {
      ...aReview,
      state: 'accepted',
      stage: 'closed',
    });
    expect(sent).toEqual({ verdict: 'accepted', opening: 'Thank you very much.' });
    expect(page.words).toContain('Accepted. Its author has the letter.');
  });

  it('assigns those that are ticked, together', async () => {
    const page = await show({}, {});
    page.find('#tick-7').click();
    page.find('#tick-8').click();
    await settle();
    expect(page.words).toContain('Assign 2 proposals');
    page.day('bulk-due', 4, 12, 2026);
    await page.press('Assign them');
    expect(await desk.answer('/api/reviews/assign', null)).toEqual({ numbers: [7, 8], dueOn: '2026-12-04' });
    expect(page.words).toContain('2 proposals are assigned.');
  });

  it('goes to the next one with Alt and the arrow key', async () => {
    await show();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true }));
    await settle();
    expect(desk.went).toEqual(['/office/reviews']);
  });
});
