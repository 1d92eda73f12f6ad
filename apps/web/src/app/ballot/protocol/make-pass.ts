import { base64url, fromBase64url, passKeyFrom, PassTagged } from '@commonthread/ballot-protocol';
import { beginPass, finishPass } from '@commonthread/ballot-protocol/pass';
import type { PassNews, PassOrder } from './pass-maker.js';

/** Carries out one order; whatever goes wrong is told, not thrown. */
export async function makePass(order: PassOrder): Promise<PassNews> {
  try {
    return order.kind === 'begin' ? await begin(order) : await finish(order);
  } catch (cause) {
    if (cause instanceof PassTagged) return { kind: 'tagged' };
    return { kind: 'failed', detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function begin({ issuerKey, subject }: Extract<PassOrder, { kind: 'begin' }>): Promise<PassNews> {
  return { kind: 'begun', pending: await beginPass(issuerKey, subject) };
}

/** The pass is checked once more by the key that checks everybody's. */
async function finish(order: Extract<PassOrder, { kind: 'finish' }>): Promise<PassNews> {
  const { pending, issuerKey } = order;
  const signed = readSignature(order.blindSignature);
  const pass = await finishPass(pending, signed, issuerKey);
  const { election, style } = pending;
  const subject = { election, style, cred: fromBase64url(pending.cred, 32) };
  if (!(await (await passKeyFrom(issuerKey)).verify(pass, subject))) throw new PassTagged();
  return {
    kind: 'finished',
    pass: { prefix: base64url(pass.prefix), signature: base64url(pass.signature) },
  };
}

/** An answer that is not even 384 bytes is no signature of the published key either. */
function readSignature(text: string): Uint8Array {
  try {
    return fromBase64url(text, 384);
  } catch {
    throw new PassTagged();
  }
}
