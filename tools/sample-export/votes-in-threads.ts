import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { MakeVotes, SampleBallot } from '@commonthread/ballot-protocol/sample';

import type { VotingOrder } from './voting-thread.ts';

/** A hundred thousand voters need a hundred thousand RSA signatures: every core makes its share. */
export const votesInThreads: MakeVotes = async ({ manifest, issuerKey }, { voters, changes }) => {
  const threads = availableParallelism();
  const share = Math.ceil(voters / threads);
  const parts = Array.from({ length: threads }, (_, thread) =>
    inThread({
      ...{ election: manifest.election, issuerKey, changes },
      from: Math.min(voters, thread * share),
      to: Math.min(voters, (thread + 1) * share),
    }),
  );
  return (await Promise.all(parts)).flat();
};

async function inThread(order: VotingOrder): Promise<SampleBallot[]> {
  const worker = new Worker(new URL('./voting-thread.ts', import.meta.url));
  worker.postMessage(order);
  // `once` rejects when the thread fails.
  const [ballots] = (await once(worker, 'message')) as [SampleBallot[]];
  return ballots;
}
