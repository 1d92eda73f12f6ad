import { describe, expect, it } from '@jest/globals';

import { decisionLetter, questionsTo } from './decision-letter.js';

const item = {
  proposalNumber: 7,
  title: 'A crossing',
  costPence: 300,
  votes: 1_240,
  chosen: false,
  reason: ' It cost more than was left. ',
};
const rest = { round: 'Safer streets', whatNext: 'Work begins in May.', questions: 'Ask us.' };

describe('decisionLetter', () => {
  it('tells an author that was not chosen why, and what they can do', () => {
    const letter = decisionLetter({ item, ...rest });

    expect(letter.opening).toBe(
      'Thank you for putting forward “A crossing” in Safer streets. 1,240 people voted for it. It is not funded this time.',
    );
    expect(letter.reason).toBe('It cost more than was left.');
    expect(letter.next[0]).toContain('next round');
    expect(letter.next.at(-1)).toBe('Work begins in May.');
  });

  it('tells one that was chosen where to follow it', () => {
    const letter = decisionLetter({ item: { ...item, chosen: true, votes: 1 }, ...rest });

    expect(letter).toMatchObject({ funded: true, questions: 'Ask us.' });
    expect(letter.opening).toContain('1 person voted for it. It is funded.');
    expect(letter.next[0]).toContain('who builds it');
  });

  it.each([null, 0])('leaves out what is not known, and what only hurts: %s votes', (votes) => {
    const letter = decisionLetter({ item: { ...item, votes }, ...rest, whatNext: ' ' });

    expect(letter.opening).not.toContain('voted');
    expect(letter.next).toHaveLength(2);
  });
});

describe('questionsTo', () => {
  it.each([
    ['a@b.example', '01782 1', 'If you have a question, write to a@b.example or call 01782 1 (The team).'],
    [null, '01782 1', 'If you have a question, call 01782 1 (The team).'],
    [null, null, 'If you have a question, ask The team.'],
  ])('names every way there is', (email, phone, sentence) => {
    expect(questionsTo({ name: 'The team', email, phone })).toBe(sentence);
  });
});
