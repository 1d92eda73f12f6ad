import { fromBase64url, readReceipt, seedFromChangeCode, type Receipt } from '@commonthread/ballot-protocol';

/** What somebody brought to check their vote with. */
export type Proof =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  /** The fingerprint alone: there is no signature to check. */
  | { readonly kind: 'fingerprint'; readonly commitment: string }
  | { readonly kind: 'code'; readonly code: string };

/** Reads a saved or copied receipt, a fingerprint, or a change code; null when it is none of them. */
export function readProof(typed: string): Proof | null {
  const text = typed.trim();
  return asReceipt(text) ?? asFingerprint(text) ?? asCode(text);
}

function asReceipt(text: string): Proof | null {
  try {
    return { kind: 'receipt', receipt: readReceipt(JSON.parse(text), 'receipt') };
  } catch {
    return null;
  }
}

function asFingerprint(text: string): Proof | null {
  try {
    fromBase64url(text, 32);
    return { kind: 'fingerprint', commitment: text };
  } catch {
    return null;
  }
}

function asCode(text: string): Proof | null {
  try {
    seedFromChangeCode(text);
    return { kind: 'code', code: text };
  } catch {
    return null;
  }
}
