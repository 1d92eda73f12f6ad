import { Worker } from '../../shell/trusted-worker.js';

/** Starts the worker that blinds and unblinds. Only in a browser. */
export function startPassWorker(): globalThis.Worker {
  return new Worker(new URL('./pass.worker', import.meta.url), { type: 'module' });
}
