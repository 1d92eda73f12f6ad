import { HttpErrorResponse } from '@angular/common/http';
import { TimeoutError } from 'rxjs';
import { UrnRefused } from './urn.js';

/** Waits between tries, in milliseconds: about a quarter of a minute in all, then the reader decides. */
const WAITS_MS = [1000, 2000, 4000, 8000];

export type Wait = (ms: number) => Promise<void>;

/**
 * Sends again what may be sent again: after a lost connection and while a service is away or out of room.
 *
 * @param waiting told before each wait
 */
export async function sending<T>(send: () => Promise<T>, wait: Wait, waiting: () => void): Promise<T> {
  for (const ms of WAITS_MS) {
    try {
      return await send();
    } catch (cause) {
      if (!passes(cause)) throw cause;
      waiting();
      await wait(ms);
    }
  }
  return send();
}

/** Whether trying again may help. */
export function passes(cause: unknown): boolean {
  if (cause instanceof TimeoutError) return true;
  if (cause instanceof UrnRefused) return cause.problem.status === 0 || cause.problem.status >= 500;
  return cause instanceof HttpErrorResponse && (cause.status === 0 || cause.status >= 502);
}
