/** The part of the browser's trusted types used here; some browsers have none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Used for the one script named below, which the build put there. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('ct-worker', {
  createScriptURL: (url) => url,
});

/**
 * The browser's worker, under trusted types, takes trusted addresses only. It has the same name because the build looks
 * for the very words `new Worker(new URL(...))` to bundle the script.
 */
class Worker extends globalThis.Worker {
  constructor(url: URL, options: WorkerOptions) {
    super(policy?.createScriptURL(url.href) ?? url, options);
  }
}

/** Starts the worker that counts. Only in a browser. */
export function startWorker(): globalThis.Worker {
  return new Worker(new URL('./recount.worker', import.meta.url), { type: 'module' });
}
