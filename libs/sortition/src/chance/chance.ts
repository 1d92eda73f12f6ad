import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import { SeedUnreadable } from '../errors.js';

const WORD = 2 ** 48;

/**
 * Chance that anybody can repeat: block i of the stream is HMAC-SHA256(seed, "sortition/v1|label|i"), read as
 * big-endian words of 48 bits, five to a block (the last two bytes are left).
 */
export class Chance {
  private block: Uint8Array = new Uint8Array();
  private at = 0;
  private blocks = 0;

  /** @param seedHex 16 to 64 bytes as hex @throws SeedUnreadable */
  constructor(
    private readonly seedHex: string,
    private readonly label: string,
  ) {
    if (!/^([0-9a-f]{2}){16,64}$/i.test(seedHex)) throw new SeedUnreadable();
  }

  /** A whole number below `limit`, each equally likely. `limit` is at most 2^48. */
  below(limit: number): number {
    const fair = Math.floor(WORD / limit) * limit;
    for (;;) {
      const word = this.word();
      if (word < fair) return word % limit;
    }
  }

  /** From 0, included, to 1, excluded. */
  share(): number {
    return this.word() / WORD;
  }

  /** The same items in another order, every order equally likely. */
  shuffled<T>(items: readonly T[]): T[] {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  }

  private word(): number {
    if (this.at + 6 > 30 || this.block.length === 0) {
      this.block = hmac(
        sha256,
        hexToBytes(this.seedHex.toLowerCase()),
        utf8ToBytes(`sortition/v1|${this.label}|${this.blocks++}`),
      );
      this.at = 0;
    }
    const word = firstWord(this.block.subarray(this.at));
    this.at += 6;
    return word;
  }
}

/** The first six bytes as a big-endian number. */
export function firstWord(bytes: Uint8Array): number {
  return bytes.subarray(0, 6).reduce((word, byte) => word * 256 + byte, 0);
}

/** SHA-256 of a text's UTF-8 bytes, as lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
