import { parentPort } from 'node:worker_threads';

import {
  type Ballot,
  count,
  effectiveSupport,
  type Election,
  measures,
  type Outcome,
  type RuleSpec,
} from '@commonthread/voting';

// Types only: this file is also run straight from its source, where no other source can be loaded.
import type { Counted, FromWorker, Paper, ToWorker } from './messages.js';

/** The entry of the counting thread. A count is minutes of pure arithmetic at worst; here it holds nobody up. */
const port = parentPort;
if (!port) throw new Error('this is a worker: start it with CountingThread');

const tell = (message: FromWorker): void => port.postMessage(message);
let paper: Paper | undefined;
let ballots: Ballot[] = [];

port.on('message', (message: ToWorker) => {
  if (message.kind === 'begin') {
    paper = message.paper;
    ballots = [];
  } else if (message.kind === 'ballots') {
    for (const ballot of message.ballots) ballots.push(ballot);
  } else if (paper) {
    answer({ ...paper, ballots }, message.specs, message.explain);
  }
});

function answer(election: Election, specs: readonly RuleSpec[], explain: boolean): void {
  try {
    const results = specs.map((spec, index): Counted => {
      const startedMs = performance.now();
      const onProgress = (done: number): void =>
        tell({ kind: 'progress', done: (index + done) / specs.length });
      const outcome = count(election, spec, { onProgress });
      const seconds = (performance.now() - startedMs) / 1000;
      return {
        outcome,
        seconds,
        measures: measures(election, outcome),
        effectiveSupport: explain ? supportOf(election, outcome) : {},
      };
    });
    tell({ kind: 'counted', results });
  } catch (refusal) {
    if (!(refusal instanceof Error) || !('code' in refusal)) throw refusal;
    tell({ kind: 'refused', reason: refusal.message });
  }
}

function supportOf(election: Election, outcome: Outcome): Record<string, number> {
  if (outcome.endowment === undefined) return {};
  return Object.fromEntries(effectiveSupport(election, outcome));
}
