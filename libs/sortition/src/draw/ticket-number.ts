import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { firstWord } from '../chance/chance.js';

const WORD = 2 ** 48;

export interface TicketNumber {
  /** From 0 to tickets - 1. */
  readonly ticket: number;
  /** Which word decided; above 0 only when an earlier one could not be used. */
  readonly counter: number;
}

/**
 * The ticket that public chance picks: the first word v of SHA-256("draw/v1|commit|randomness|c"), c = from, from + 1 ...,
 * with v below the largest multiple of `tickets`, modulo `tickets`. 48 bits, big-endian.
 *
 * @param from 0; after a ticket that turned out void, one more than its counter
 */
export function ticketNumber(commit: string, randomness: string, tickets: number, from = 0): TicketNumber {
  const fair = Math.floor(WORD / tickets) * tickets;
  for (let counter = from; ; counter++) {
    const word = firstWord(sha256(utf8ToBytes(`draw/v1|${commit}|${randomness}|${counter}`)));
    if (word < fair) return { ticket: word % tickets, counter };
  }
}
