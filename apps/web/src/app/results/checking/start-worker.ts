import { Worker } from '../../shell/trusted-worker.js';

/** Starts the worker that checks. Only in a browser. */
export function startWorker(): globalThis.Worker {
  return new Worker(new URL('./check.worker', import.meta.url), { type: 'module' });
}
