import { Worker } from 'node:worker_threads';

import { DomainError } from '@commonthread/kernel';
import type { Ballot, RuleSpec } from '@commonthread/voting';

import type { Counted, FromWorker, Paper, ToWorker } from './messages.js';

/** In production this file is compiled JavaScript; in tests Node runs the worker's TypeScript as it is. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './count-worker.ts' : './count-worker.js',
  import.meta.url,
);

/** The election cannot be counted by this rule. */
export class CountRefused extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'count.refused';

  constructor(reason: string) {
    super(`The count was refused: ${reason}.`, { reason });
  }
}

export interface ThreadWork {
  readonly paper: Paper;
  readonly pages: AsyncIterable<readonly Ballot[]>;
  readonly specs: readonly RuleSpec[];
  /** Whether to work out how near each loser came, which takes longer. */
  readonly explain: boolean;
  /** 0..1, rising. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Counts in a thread of its own, so that the API goes on answering.
 *
 * @returns one result for each spec, in their order
 * @throws CountRefused when the voting library refuses the election
 */
export async function countInThread({
  paper,
  pages,
  specs,
  explain,
  onProgress = () => {},
}: ThreadWork): Promise<readonly Counted[]> {
  const worker = new Worker(ENTRY);
  const post = (message: ToWorker): void => worker.postMessage(message);
  const answer = new Promise<readonly Counted[]>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress(message.done);
      else if (message.kind === 'counted') resolve(message.results);
      else reject(new CountRefused(message.reason));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the counting thread ended with ${code}`)));
  });
  answer.catch(() => {}); // a thread that dies while ballots are still read is reported below, once
  try {
    post({ kind: 'begin', paper });
    for await (const ballots of pages) post({ kind: 'ballots', ballots });
    post({ kind: 'count', specs, explain });
    return await answer;
  } finally {
    await worker.terminate();
  }
}
