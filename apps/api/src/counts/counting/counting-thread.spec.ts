import { describe, expect, it } from '@jest/globals';
import { type Ballot, checkRuleSpec } from '@commonthread/voting';

import { CountRefused, countInThread } from './counting-thread.js';

const paper = {
  projects: [
    { id: 'bike', costMinor: 700 },
    { id: 'gym', costMinor: 400 },
    { id: 'park', costMinor: 250 },
  ],
  budgetMinor: 1100,
  voteType: 'approval',
  minorPerUnit: 100,
} as const;

async function* pages(...ballots: string[][]): AsyncGenerator<Ballot[]> {
  for (const choices of ballots) yield [{ choices }];
}

describe('countInThread', () => {
  it('counts beside the program and tells how far it is', async () => {
    const told: number[] = [];
    const [result] = await countInThread({
      paper,
      pages: pages(['bike', 'gym'], ['bike'], ['park'], []),
      specs: [checkRuleSpec({ rule: 'greedy' })],
      explain: true,
      onProgress: (done) => told.push(done),
    });

    expect(result?.outcome.winners).toEqual(['bike', 'park']);
    expect(result?.measures).toMatchObject({ ballots: 4, votersWithWinner: 3, averageWinners: 0.75 });
    expect(told.at(-1)).toBe(1);
  });

  it('reports what the voting library refuses', async () => {
    const specs = [checkRuleSpec({ rule: 'greedy' })];
    const work = { paper, pages: pages(['nowhere']), specs, explain: false };

    await expect(countInThread(work)).rejects.toThrow(CountRefused);
  });
});
