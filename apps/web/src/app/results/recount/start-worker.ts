import { Worker } from '../../shell/trusted-worker.js';

/** Starts the worker that counts. Only in a browser. */
export function startWorker(): globalThis.Worker {
  return new Worker(new URL('./recount.worker', import.meta.url), { type: 'module' });
}
