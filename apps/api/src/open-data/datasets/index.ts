import type { Dataset } from './dataset.js';
import { DECIDED_PROJECTS, DECISIONS } from './decisions.js';
import { AIMS, READINGS } from './evidence.js';
import { PROPOSALS } from './proposals.js';
import { ROUNDS } from './rounds.js';

export type { Dataset, Field } from './dataset.js';

/** Everything there is to take away, along the thread: asked, proposed, decided, aimed at, measured. */
export const DATASETS: readonly Dataset[] = [ROUNDS, PROPOSALS, DECISIONS, DECIDED_PROJECTS, AIMS, READINGS];
