import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, utf8, type Bytes } from '../bytes/bytes.js';

/** What the holder of a seed can do. Nothing in it is kept but by the voter's own device. */
export interface Credential {
  /** `cred`: Ed25519 public key, 32 bytes. */
  readonly publicKey: Bytes;
  /** `cred_sig` over a ballot's commitment. */
  signBallot(commitment: Uint8Array): Bytes;
}

/** The pass key of a seed: HKDF-SHA256 without salt, info `cred/v1`, 32 bytes as an Ed25519 private key (RFC 8032). */
export function credentialFrom(seed: Uint8Array): Credential {
  if (seed.length !== 16) throw new RangeError('a seed has 16 bytes');
  const privateKey = hkdf(sha256, seed, undefined, utf8('cred/v1'), 32);
  return {
    publicKey: ed25519.getPublicKey(privateKey) as Bytes,
    signBallot: (commitment) => ed25519.sign(ballotMessage(commitment), privateKey) as Bytes,
  };
}

/** The text a ballot's `cred_sig` signs. */
export const ballotMessage = (commitment: Uint8Array): Bytes => concat(utf8('ballot/v1\n'), commitment);

/** 16 random bytes, on the voter's device. */
export const newSeed = (): Bytes => crypto.getRandomValues(new Uint8Array(16));
