import { createHash } from 'node:crypto';

/** One event of the log as it is stored. */
export interface StoredEvent {
  readonly pos: number;
  readonly at: Date;
  readonly what: string;
  readonly actorId: string | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

export const NO_EVENTS = Buffer.alloc(32);

/**
 * The link after another one: SHA-256 of the hash before it and the event in canonical order. The facts are sorted by
 * key, as the database gives them back in an order of its own.
 */
export function nextHash(before: Buffer, event: Omit<StoredEvent, 'hash'>): Buffer {
  const { pos, at, what, actorId, subject, facts } = event;
  const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  const body = JSON.stringify([pos, at.toISOString(), what, actorId, subject, sorted]);
  return createHash('sha256').update(before).update(body).digest();
}

export interface ChainFault {
  readonly pos: number;
  readonly fault: 'gap' | 'hash';
}

/**
 * Recomputes the chain from the event before `events`.
 *
 * @param events in order of `pos`, without gaps
 * @returns the last hash, or the first fault: everything after it proves nothing
 */
export function followChain(
  from: { readonly pos: number; readonly hash: Buffer },
  events: readonly StoredEvent[],
): { readonly pos: number; readonly hash: Buffer } | ChainFault {
  let { pos, hash } = from;
  for (const event of events) {
    if (event.pos !== pos + 1) return { pos: pos + 1, fault: 'gap' };
    hash = nextHash(hash, event);
    if (!hash.equals(event.hash)) return { pos: event.pos, fault: 'hash' };
    ({ pos } = event);
  }
  return { pos, hash };
}
