import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { Gate } from './gate.js';

describe('Gate', () => {
  it('lets two through at a time, the rest in order, and refuses beyond its room', async () => {
    const gate = new Gate(2, 3, () => new Error('full'));
    const done: number[] = [];
    let inside = 0;
    let most = 0;
    const visit = (n: number) =>
      gate.through(async () => {
        most = Math.max(most, ++inside);
        await wait(5);
        inside--;
        done.push(n);
      });

    const visits = [1, 2, 3, 4, 5].map(visit);
    await expect(visit(6)).rejects.toThrow('full');
    await Promise.all(visits);

    expect([most, done]).toEqual([2, [1, 2, 3, 4, 5]]);
  });

  it('lets the next in after a failure', async () => {
    const gate = new Gate(1, 1, () => new Error('full'));
    const failing = gate.through(() => Promise.reject(new Error('broken')));
    const next = gate.through(() => Promise.resolve('in'));

    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('in');
  });
});
