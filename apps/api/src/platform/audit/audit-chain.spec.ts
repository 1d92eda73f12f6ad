import { describe, expect, it } from '@jest/globals';

import { followChain, nextHash, NO_EVENTS, type StoredEvent } from './audit-chain.js';

const START = { pos: 0, hash: NO_EVENTS };

function chain(length: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let pos = 1; pos <= length; pos++) {
    const event = {
      pos,
      at: new Date(pos * 1000),
      what: 'bell.rang',
      actorId: null,
      subject: `bell:${pos}`,
      facts: { b: pos, a: 'x' },
    };
    events.push({ ...event, hash: nextHash(events.at(-1)?.hash ?? NO_EVENTS, event) });
  }
  return events;
}

describe('the chain of the audit log', () => {
  it('follows to its head, whatever order the facts come back in', () => {
    const events = chain(5).map((event) => ({
      ...event,
      facts: { a: event.facts['a'], b: event.facts['b'] },
    }));
    expect(followChain(START, events)).toEqual({ pos: 5, hash: events[4]!.hash });
    const middle = { pos: 2, hash: events[1]!.hash };
    expect(followChain(middle, events.slice(2))).toEqual({ pos: 5, hash: events[4]!.hash });
  });

  it.each<[string, (events: StoredEvent[]) => StoredEvent[], number, string]>([
    ['a changed fact', (e) => e.map((x) => (x.pos === 3 ? { ...x, facts: { a: 'y', b: 3 } } : x)), 3, 'hash'],
    ['a changed actor', (e) => e.map((x) => (x.pos === 2 ? { ...x, actorId: 'me' } : x)), 2, 'hash'],
    ['a changed time', (e) => e.map((x) => (x.pos === 5 ? { ...x, at: new Date(0) } : x)), 5, 'hash'],
    ['an event taken out', (e) => e.filter(({ pos }) => pos !== 4), 4, 'gap'],
    ['two swapped', ([a, b, c, ...rest]) => [a!, { ...c!, pos: 2 }, { ...b!, pos: 3 }, ...rest], 2, 'hash'],
  ])('finds %s', (_, tamper, pos, fault) => {
    expect(followChain(START, tamper(chain(5)))).toEqual({ pos, fault });
  });
});
