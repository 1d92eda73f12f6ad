import { describe, expect, it } from '@jest/globals';

import type { GivenAnswer } from './verdict-of.js';
import { letterOf, publicReason } from './letter.js';

const answers: GivenAnswer[] = [
  { criterion: 'legal-power', answer: 'met', reasonCode: null, words: 'ignored', finished: true },
  {
    criterion: 'land',
    answer: 'not-met',
    reasonCode: 'not-council-land',
    words: ' The land is a farm. ',
    finished: true,
  },
  { criterion: 'safety', answer: 'met-if-changed', reasonCode: null, words: 'Add a rail.', finished: true },
];
const facts = { title: 'A slide', round: 'Spring', place: 'Hanley', answers };

describe('a letter', () => {
  it('says what was decided, each reason, what was good and what to do', () => {
    const letter = letterOf({ ...facts, verdict: 'not-taken-forward' });
    expect(letter.opening).toContain('decided not to take it forward in Spring');
    expect(letter.reasons.map(({ heading, words }) => [heading, words])).toEqual([
      ['Land and buildings', 'The land is a farm.'],
      ['Safety', 'Add a rail.'],
    ]);
    expect(letter.good).toEqual(['The council has the power to do it.']);
    expect(letter.next.join(' ')).toContain('next round');
    expect(publicReason(letter)).toBe('Land and buildings: The land is a farm.\nSafety: Add a rail.');
  });

  it('begins with the officer’s own words where there are any', () => {
    expect(letterOf({ ...facts, verdict: 'not-taken-forward', opening: '  Dear all.  ' }).opening).toBe(
      'Dear all.',
    );
    expect(letterOf({ ...facts, verdict: 'accepted', opening: ' ' }).opening).toContain('accepted it');
  });

  it('keeps words of what was met to the office', () => {
    expect(JSON.stringify(letterOf({ ...facts, verdict: 'not-taken-forward' }))).not.toContain('ignored');
  });
});
