import { describe, expect, it } from '@jest/globals';

import { canMove, type Mover, PROPOSAL_STATES, type ProposalState, TRANSITIONS } from './proposal-states.js';

const ALLOWED: readonly [Mover, ProposalState, ProposalState][] = [
  ['author', 'draft', 'submitted'],
  ['author', 'changes-asked', 'submitted'],
  ['author', 'draft', 'withdrawn'],
  ['author', 'submitted', 'withdrawn'],
  ['author', 'in-review', 'withdrawn'],
  ['author', 'changes-asked', 'withdrawn'],
  ['author', 'accepted', 'withdrawn'],
  ['officer', 'submitted', 'in-review'],
  ['officer', 'in-review', 'changes-asked'],
  ['officer', 'in-review', 'accepted'],
  ['officer', 'in-review', 'not-taken-forward'],
  ['officer', 'accepted', 'in-review'],
  ['officer', 'not-taken-forward', 'in-review'],
  ['officer', 'submitted', 'merged'],
  ['officer', 'in-review', 'merged'],
  ['officer', 'changes-asked', 'merged'],
  ['officer', 'merged', 'submitted'],
  ['officer', 'merged', 'in-review'],
  ['officer', 'merged', 'changes-asked'],
  ['round', 'accepted', 'on-ballot'],
  ['decision', 'on-ballot', 'funded'],
  ['decision', 'on-ballot', 'not-funded'],
  ['delivery', 'funded', 'in-delivery'],
  ['delivery', 'funded', 'stopped'],
  ['delivery', 'in-delivery', 'delivered'],
  ['delivery', 'in-delivery', 'stopped'],
];
const MOVERS: readonly Mover[] = ['author', 'officer', 'round', 'decision', 'delivery'];

describe('the states of a proposal', () => {
  it.each(MOVERS)('move by the %s exactly as listed', (by) => {
    for (const from of PROPOSAL_STATES) {
      for (const to of PROPOSAL_STATES) {
        const listed = ALLOWED.some(([b, f, t]) => b === by && f === from && t === to);
        expect([from, to, canMove(by, from, to)]).toEqual([from, to, listed]);
      }
    }
    expect(TRANSITIONS).toHaveLength(ALLOWED.length);
  });

  it('can all be reached from a draft, and end somewhere', () => {
    const reached = new Set<ProposalState>(['draft']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of TRANSITIONS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual(PROPOSAL_STATES.toSorted());

    const ends = PROPOSAL_STATES.filter((state) => !TRANSITIONS.some(({ from }) => from === state));
    expect(ends).toEqual(['not-funded', 'delivered', 'stopped', 'withdrawn']);
  });

  it('never leave the ballot by the hand of an author or officer', () => {
    for (const to of PROPOSAL_STATES) {
      expect(canMove('author', 'on-ballot', to) || canMove('officer', 'on-ballot', to)).toBe(false);
    }
  });
});
