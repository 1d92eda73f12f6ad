import { base64url, fromBase64url } from '../bytes/base64.js';
import { utf8, type Bytes } from '../bytes/bytes.js';
import { bytesOf, slug } from '../bytes/scalars.js';
import { shape, type Shape } from '../bytes/shape.js';
import { verifyEd25519, type Signer } from './ed25519.js';

/** The urn's signed word that it keeps a ballot. All byte strings base64url. */
export interface Receipt {
  readonly election: string;
  readonly commitment: string;
  readonly signature: string;
}

/** @throws FormatInvalid */
export const readReceipt: Shape<Receipt> = shape<Receipt>({
  election: slug,
  commitment: bytesOf(32),
  signature: bytesOf(64),
});

/** The text a receipt signs. */
export function receiptMessage(election: string, commitment: Uint8Array): Bytes {
  return utf8(`receipt/v1\n${slug(election, 'election')}\n${base64url(commitment)}\n`);
}

/** The same commitment always gets the same receipt, byte for byte. Give it only after the ballot is stored for good. */
export async function signReceipt(log: Signer, election: string, commitment: Uint8Array): Promise<Receipt> {
  const signature = await log.sign(receiptMessage(election, commitment));
  return { election, commitment: base64url(commitment), signature: base64url(signature) };
}

/** @param logKey Ed25519 public key from the manifest, 32 bytes */
export function verifyReceipt(logKey: Uint8Array, receipt: Receipt): Promise<boolean> {
  const message = receiptMessage(receipt.election, fromBase64url(receipt.commitment, 32, 'commitment'));
  return verifyEd25519(logKey, message, fromBase64url(receipt.signature, 64, 'signature'));
}
