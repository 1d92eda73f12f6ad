import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/** A batch of claims as the protocol library makes them; see `SignatureClaim` there. */
export interface ThreadOrder {
  readonly id: number;
  readonly claims: readonly {
    readonly algorithm: 'ed25519' | 'pass';
    readonly key: string;
    readonly message: Uint8Array;
    readonly signature: string;
  }[];
}

export interface ThreadAnswer {
  readonly id: number;
  readonly holds: readonly boolean[];
}

const ED25519_BYTES = 64;
const PASS_BYTES = 384;
const passKeys = new Map<string, KeyObject>();

parentPort?.on('message', ({ id, claims }: ThreadOrder) => {
  const answer: ThreadAnswer = { id, holds: claims.map(claimHolds) };
  parentPort?.postMessage(answer);
});

function claimHolds({ algorithm, key, message, signature }: ThreadOrder['claims'][number]): boolean {
  try {
    const signed = Buffer.from(signature, 'base64url');
    return algorithm === 'pass' ? passHolds(key, message, signed) : ballotHolds(key, message, signed);
  } catch {
    return false;
  }
}

function ballotHolds(key: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== ED25519_BYTES) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key };
  return verify(null, message, { key: jwk, format: 'jwk' }, signature);
}

function passHolds(key: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== PASS_BYTES) return false;
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha384', message, { key: passKey(key), padding, saltLength: 48 }, signature);
}

/** Each issuer key is read once in each thread. */
function passKey(spki: string): KeyObject {
  const known = passKeys.get(spki);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
  passKeys.set(spki, key);
  return key;
}
