import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import { sha256Hex } from '../chance/chance.js';
import { SeedUnreadable } from '../errors.js';
import type { DrawBundle, Slip } from './bundle.js';

/** A person's secret, from the key of the draw: the officers keep the key, the person gets the secret. @throws SeedUnreadable */
export function secretOf(keyHex: string, id: string): string {
  if (!/^([0-9a-f]{2}){16,64}$/i.test(keyHex)) throw new SeedUnreadable();
  return keyed(keyHex, `slip/v1|${id}`).slice(0, 32);
}

/** Stands for a person's row in the pool; without the secret nobody can try out rows until one fits. */
export function leafOf({ values, secret }: Slip): string {
  return sha256Hex(`leaf/v1|${secret}|${JSON.stringify(values)}`);
}

/** Stands for a person on one ticket, and on no other. */
export function markOf(secret: string, ticket: number): string {
  return keyed(secret, `mark/v1|${ticket}`).slice(0, 20);
}

/** What a person learns from their slip: whether the pool has their row as they gave it, and which tickets hold them. */
export function openSlip(bundle: DrawBundle, slip: Slip): { inPool: boolean; tickets: number[] } {
  return {
    inPool: bundle.leaves.includes(leafOf(slip)),
    tickets: bundle.tickets.flatMap(({ marks }, i) => (marks.includes(markOf(slip.secret, i)) ? [i] : [])),
  };
}

function keyed(keyHex: string, text: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(keyHex.toLowerCase()), utf8ToBytes(text)));
}
