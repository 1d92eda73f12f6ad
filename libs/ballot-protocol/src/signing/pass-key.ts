import { fromBase64url } from '../bytes/base64.js';
import type { Bytes } from '../bytes/bytes.js';
import { FormatInvalid } from '../errors.js';
import { passMessage, type PassSubject } from '../formats/pass-message.js';

export const PASS_SIGNATURE_BYTES = 384;

/** RSASSA-PSS with SHA-384, MGF1 with SHA-384, salt of 48 bytes: what RSABSSA-SHA384-PSS unblinds to. */
export const PASS_ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' } as const;
export const PASS_SALT_BYTES = 48;

/** A ballot pass: the issuer's unblinded signature and the random prefix it covers. */
export interface Pass {
  /** 32 bytes. */
  readonly prefix: Uint8Array;
  /** 384 bytes. */
  readonly signature: Uint8Array;
}

/** The public key of one election and style, ready to check passes. */
export interface PassKey {
  /** Runs on WebCrypto's own threads. Never throws: whatever is not a valid pass is false. */
  verify(pass: Pass, subject: PassSubject): Promise<boolean>;
}

/**
 * @param spki base64url of the DER SubjectPublicKeyInfo (rsaEncryption), as the manifest holds it
 * @throws FormatInvalid for anything but RSA-3072 with exponent 65537
 */
export async function passKeyFrom(spki: string): Promise<PassKey> {
  const key = await importPassKey(spki);
  return {
    async verify(pass, subject) {
      try {
        return await holdsPss(key, passMessage(pass.prefix, subject), pass.signature);
      } catch {
        return false;
      }
    },
  };
}

/** Whether this is the pass key's signature over the message. Never throws. */
export async function holdsPss(key: CryptoKey, message: Bytes, signature: Uint8Array): Promise<boolean> {
  if (signature.length !== PASS_SIGNATURE_BYTES) return false;
  const how = { name: PASS_ALGORITHM.name, saltLength: PASS_SALT_BYTES };
  return crypto.subtle.verify(how, key, signature as Bytes, message).catch(() => false);
}

/** @throws FormatInvalid */
export async function importPassKey(spki: string): Promise<CryptoKey> {
  const der = fromBase64url(spki, undefined, 'issuerKey');
  const key = await crypto.subtle.importKey('spki', der, PASS_ALGORITHM, true, ['verify']).catch(() => {
    throw new FormatInvalid('issuerKey');
  });
  const { modulusLength, publicExponent } = key.algorithm as RsaHashedKeyAlgorithm;
  const exponent = publicExponent.reduce((value, byte) => value * 256 + byte, 0);
  if (modulusLength !== PASS_SIGNATURE_BYTES * 8 || exponent !== 65537) throw new FormatInvalid('issuerKey');
  return key;
}
