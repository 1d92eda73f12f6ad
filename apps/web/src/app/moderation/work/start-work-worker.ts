import { Worker } from '../../shell/trusted-worker.js';

/** Starts the worker that solves. Only in a browser. */
export function startWorkWorker(): globalThis.Worker {
  return new Worker(new URL('./work.worker', import.meta.url), { type: 'module' });
}
