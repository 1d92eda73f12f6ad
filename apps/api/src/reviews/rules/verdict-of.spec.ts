import { describe, expect, it } from '@jest/globals';

import { type AnswerValue, CRITERIA } from './criteria.js';
import { type GivenAnswer, lackOf, verdictOf, wholeLifePence } from './verdict-of.js';

const given = (answer: AnswerValue | null, change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  criterion: 'land',
  answer,
  reasonCode: answer === 'not-met' ? 'not-council-land' : null,
  words: answer === 'met' || answer === null ? '' : 'Because of the river.',
  finished: answer !== null && answer !== 'not-sure',
  ...change,
});
const all = (...answers: (AnswerValue | null)[]): GivenAnswer[] =>
  answers.map((answer, n) => given(answer, { criterion: CRITERIA[n]! }));

describe('the verdict that answers amount to', () => {
  it.each([
    [all('met', 'met', 'met'), 100, 'accepted', []],
    [all('met', 'met'), null, 'accepted', ['cost: cost']],
    [all('met', 'met-if-changed'), null, 'changes-asked', []],
    [all('not-met', 'met-if-changed', 'met'), null, 'not-taken-forward', []],
    [all('not-met', null), 100, 'not-taken-forward', ['land: answer']],
    [all('met-if-changed', 'not-sure'), 100, 'changes-asked', ['land: certainty']],
    [all('met', 'not-sure'), 100, null, ['land: certainty']],
    [all('met', null), 100, null, ['land: answer']],
    [[], 100, null, []],
  ] as const)('%#', (answers, costPence, verdict, missing) => {
    const derived = verdictOf(answers, costPence);
    expect(derived.verdict).toBe(verdict);
    expect(derived.missing.map(({ criterion, what }) => `${criterion}: ${what}`)).toEqual(missing);
  });

  it('is the same in whatever order the criteria were answered', () => {
    const answers = all('met', 'not-met', 'met-if-changed', 'met');
    expect(verdictOf(answers.toReversed(), 1).verdict).toBe(verdictOf(answers, 1).verdict);
  });
});

describe('what one answer lacks', () => {
  it.each([
    [given(null), 'answer'],
    [given('not-sure'), 'certainty'],
    [given('not-met', { reasonCode: null }), 'reason-code'],
    [given('not-met', { words: '    a' }), 'words'],
    [given('met-if-changed', { words: '' }), 'words'],
    [given('met', { finished: false }), 'finish'],
    [given('met'), undefined],
    [given('not-met'), undefined],
  ])('%#', (answer, what) => expect(lackOf(answer)?.what).toBe(what));
});

describe('whole-life cost', () => {
  it('adds the years of upkeep, and is unknown while a part is', () => {
    expect(wholeLifePence(1_000_00, 50_00, 10)).toBe(1_500_00);
    expect(wholeLifePence(1_000_00, 0, 10)).toBe(1_000_00);
    expect(wholeLifePence(null, 50_00, 10)).toBeNull();
    expect(wholeLifePence(1_000_00, null, null)).toBeNull();
  });
});
