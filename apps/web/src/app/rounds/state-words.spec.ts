import { describe, expect, it } from '@jest/globals';
import type { Round } from './rounds-api.js';
import { stateWords } from './state-words.js';
import { aRound } from './test-round.js';

const states: Round['state'][] = [
  'draft',
  'ideas',
  'review',
  'voting',
  'counting',
  'decided',
  'delivering',
  'closed',
  'cancelled',
];

describe('stateWords', () => {
  it.each(states)('never ends in a dead end: %s', (state) => {
    for (const phases of [aRound.phases, []]) {
      const { now, next, action } = stateWords({ ...aRound, state, phases, stateSince: null }, 'en-GB');
      expect(now).toMatch(/\.$/);
      expect(next).toMatch(/\.$/);
      expect(action.link).toMatch(/^\//);
    }
  });

  it('says each state in its own words', () => {
    const said = states.map((state) => stateWords({ ...aRound, state }, 'en-GB').now);
    expect(new Set(said).size).toBe(states.length);
  });

  it('gives the hour when a phase does not end at midnight', () => {
    const { now } = stateWords({ ...aRound, state: 'voting', nextChangeAt: '2026-12-15T17:00:00Z' }, 'en-GB');
    expect(now).toBe('Voting is open until 15 December 2026 at 17:00.');
  });
});
