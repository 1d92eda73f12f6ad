import { base64url, fromBase64url, passKeyFrom } from '@commonthread/ballot-protocol';
import { describe, expect, it } from '@jest/globals';
import { constants, generateKeyPairSync, privateEncrypt, webcrypto, type KeyObject } from 'node:crypto';
import { makePass } from './make-pass.js';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 3072 });
const modulus = ({ publicKey }: ReturnType<typeof keyPair>) =>
  Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
// The larger key can sign whatever was blinded for the smaller one.
const [issuer, other] = [keyPair(), keyPair()].sort((a, b) => Buffer.compare(modulus(a), modulus(b))) as [
  ReturnType<typeof keyPair>,
  ReturnType<typeof keyPair>,
];
const issuerKey = issuer.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
const subject = { election: 'parks', style: 'all', cred: new Uint8Array(32).fill(3) };

/** All the council does. */
const sign = (key: KeyObject, blinded: string): string =>
  base64url(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'base64url')));

async function begun() {
  const news = await makePass({ kind: 'begin', issuerKey, subject });
  if (news.kind !== 'begun') throw new Error(news.kind);
  return news.pending;
}

describe('makePass', () => {
  it('turns the council’s blind signature into a pass that everybody’s key accepts', async () => {
    const pending = await begun();
    const blindSignature = sign(issuer.privateKey, pending.blinded);
    const news = await makePass({ kind: 'finish', pending, blindSignature, issuerKey });
    if (news.kind !== 'finished') throw new Error(news.kind);
    const pass = { prefix: fromBase64url(news.pass.prefix), signature: fromBase64url(news.pass.signature) };

    expect(await (await passKeyFrom(issuerKey)).verify(pass, subject)).toBe(true);
  });

  it.each([
    ['another key', (blinded: string) => sign(other.privateKey, blinded)],
    ['no signature at all', () => 'AAAA'],
  ])('tells of %s', async (_, answer) => {
    const pending = await begun();
    const news = await makePass({
      ...{ kind: 'finish' as const, pending, issuerKey },
      blindSignature: answer(pending.blinded),
    });

    expect(news).toEqual({ kind: 'tagged' });
  });
});
