/** The part of the browser's trusted types used here; some browsers have none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Used for scripts of our own only, which the build put there. A policy's name can be taken once, hence one place. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('ct-worker', {
  createScriptURL: (url) => url,
});

/**
 * The browser's worker; under trusted types it takes trusted addresses only. It has the same name because the build looks
 * for the very words `new Worker(new URL(...))` to bundle the script. Import it in a file that only browsers load.
 */
export class Worker extends globalThis.Worker {
  constructor(url: URL, options: WorkerOptions) {
    super(policy?.createScriptURL(url.href) ?? url, options);
  }
}
