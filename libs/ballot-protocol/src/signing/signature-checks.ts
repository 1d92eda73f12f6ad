import { fromBase64url } from '../bytes/base64.js';
import type { Bytes } from '../bytes/bytes.js';
import { verifyEd25519 } from './ed25519.js';
import { holdsPss, importPassKey } from './pass-key.js';

/** One signature to check. Keys and signatures stay the text they are published as: whoever checks reads them. */
export interface SignatureClaim {
  /** A ballot's Ed25519, or a pass's RSASSA-PSS with SHA-384 and a salt of 48 bytes. */
  readonly algorithm: 'ed25519' | 'pass';
  /** base64url: 32 raw bytes, or the DER SubjectPublicKeyInfo of an RSA key. */
  readonly key: string;
  readonly message: Bytes;
  /** base64url: 64 or 384 bytes. */
  readonly signature: string;
}

/** Who checks signatures: WebCrypto anywhere, threads at a terminal. The answer must be the same. */
export interface SignatureChecks {
  /**
   * Whether each claim holds, in their order. Never throws for what a claim says.
   */
  check(claims: readonly SignatureClaim[]): Promise<readonly boolean[]>;
}

/** Checks by WebCrypto, on its own threads. Each issuer key is imported once. */
export function webCryptoChecks(): SignatureChecks {
  const passKeys = new Map<string, Promise<CryptoKey>>();
  const passKey = (spki: string): Promise<CryptoKey> => {
    const key = passKeys.get(spki) ?? importPassKey(spki);
    passKeys.set(spki, key);
    return key;
  };
  const holds = async ({ algorithm, key, message, signature }: SignatureClaim): Promise<boolean> => {
    try {
      const signed = fromBase64url(signature);
      return algorithm === 'pass'
        ? await holdsPss(await passKey(key), message, signed)
        : await verifyEd25519(fromBase64url(key), message, signed);
    } catch {
      return false;
    }
  };
  return { check: (claims) => Promise.all(claims.map(holds)) };
}
