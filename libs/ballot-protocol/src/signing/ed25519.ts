import { ed25519 } from '@noble/curves/ed25519.js';

import { concat, sameBytes, type Bytes } from '../bytes/bytes.js';

/** Holder of a log key. Ed25519 is deterministic: the same message always gets the same bytes. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Bytes;
  sign(message: Uint8Array): Promise<Bytes>;
}

/** What RFC 8410 puts before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** Whether this platform's WebCrypto knows Ed25519; older browsers do not. Found out once. */
let native: Promise<boolean> | undefined;

/**
 * Checks a signature off the main thread where the platform can.
 *
 * @returns false for anything that is not a valid signature, a malformed key included
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  if (!(await hasNative())) return verifyHere(publicKey, message, signature);
  try {
    const key = await crypto.subtle.importKey('raw', publicKey as Bytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature as Bytes, message as Bytes);
  } catch {
    return false;
  }
}

/** @param privateKey the 32 bytes RFC 8032 calls the private key */
export async function ed25519Signer(privateKey: Uint8Array): Promise<Signer> {
  if (privateKey.length !== 32) throw new RangeError('an Ed25519 private key has 32 bytes');
  const publicKey = ed25519.getPublicKey(privateKey) as Bytes;
  const copy = Uint8Array.from(privateKey);
  if (!(await hasNative()))
    return { publicKey, sign: async (message) => ed25519.sign(message, copy) as Bytes };
  const key = await crypto.subtle.importKey('pkcs8', concat(PKCS8_HEAD, copy), 'Ed25519', false, ['sign']);
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message as Bytes)),
  };
}

/** The strict reading of RFC 8032: non-canonical points are refused. */
function verifyHere(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

function hasNative(): Promise<boolean> {
  native ??= probe();
  return native;
}

/** Both ways must give the same bytes before the platform's is trusted. */
async function probe(): Promise<boolean> {
  try {
    const secret = new Uint8Array(32).fill(1);
    const key = await crypto.subtle.importKey('pkcs8', concat(PKCS8_HEAD, secret), 'Ed25519', false, [
      'sign',
    ]);
    const signed = new Uint8Array(await crypto.subtle.sign('Ed25519', key, secret));
    return sameBytes(signed, ed25519.sign(secret, secret));
  } catch {
    return false;
  }
}
