import { constants, privateEncrypt, publicDecrypt } from 'node:crypto';

import { BlindedUnfit } from '../roll.errors.js';
import type { IssuerKey } from './issuer-keys.repository.js';

export const MODULUS_BITS = 3072;
export const MODULUS_BYTES = MODULUS_BITS / 8;

const padding = constants.RSA_NO_PADDING;

/**
 * BlindSign of RFC 9474, section 4.3: one raw RSA operation, then the check `s^e = m` that keeps a fault in the
 * computation from giving the key away. The same bytes always give the same signature. On the main thread: it
 * takes under a millisecond, as much as handing it to another thread and back.
 *
 * @param blinded 384 bytes, below the modulus
 * @throws BlindedUnfit
 */
export function blindSign(blinded: Buffer, { privateKey, publicKey }: IssuerKey): Buffer {
  if (blinded.length !== MODULUS_BYTES) throw new BlindedUnfit();
  let signature: Buffer;
  try {
    signature = privateEncrypt({ key: privateKey, padding }, blinded);
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_MODULUS')
      throw new BlindedUnfit();
    throw fault;
  }
  if (!publicDecrypt({ key: publicKey, padding }, signature).equals(blinded)) {
    throw new Error('a blind signature did not verify: nothing was sent');
  }
  return signature;
}
