import { constants, generateKeyPairSync, privateEncrypt, type KeyObject } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { fromBase64url } from '../bytes/base64.js';
import { PassTagged } from '../errors.js';
import { credentialFrom } from '../formats/credential.js';
import { passKeyFrom } from '../signing/pass-key.js';
import { beginPass, finishPass, readPendingPass } from './blind-pass.js';

const issuer = generateKeyPairSync('rsa', { modulusLength: 3072 });
const other = generateKeyPairSync('rsa', { modulusLength: 3072 });
const spkiOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64url');
const issuerKey = spkiOf(issuer.publicKey);

/** All an issuer does: raw RSA. */
const blindSign = (key: KeyObject, blinded: string) =>
  new Uint8Array(
    privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(fromBase64url(blinded))),
  );

const cred = credentialFrom(new Uint8Array(16).fill(1)).publicKey;
const subject = { election: 'round-1', style: 'city', cred };

describe('blind pass', () => {
  it('is signed unseen by node:crypto and verifies for its election, style and credential alone', async () => {
    const pending = await beginPass(issuerKey, subject);
    const stored = readPendingPass(JSON.parse(JSON.stringify(pending)), 'pending');
    const pass = await finishPass(stored, blindSign(issuer.privateKey, pending.blinded), issuerKey);
    const key = await passKeyFrom(issuerKey);
    expect(await key.verify(pass, subject)).toBe(true);
    expect(await key.verify(pass, { ...subject, style: 'other' })).toBe(false);
    expect(await key.verify(pass, { ...subject, election: 'round-2' })).toBe(false);
    expect(await key.verify(pass, { ...subject, cred: new Uint8Array(32) })).toBe(false);
    expect(await key.verify({ ...pass, prefix: new Uint8Array(32) }, subject)).toBe(false);
    expect(await key.verify({ ...pass, signature: pass.signature.slice(1) }, subject)).toBe(false);
    expect(await (await passKeyFrom(spkiOf(other.publicKey))).verify(pass, subject)).toBe(false);
  });

  it('gets the same signature when the same blinded message is sent again', async () => {
    const pending = await beginPass(issuerKey, subject);
    const [once, again] = [1, 2].map(() => blindSign(issuer.privateKey, pending.blinded));
    expect(once).toEqual(again);
  });

  it('is refused when another key signed it, when a bit is wrong, or when the manifest names another key', async () => {
    const pending = await beginPass(issuerKey, subject);
    const tagged = blindSign(other.privateKey, pending.blinded);
    await expect(finishPass(pending, tagged, issuerKey)).rejects.toThrow(PassTagged);
    const answer = blindSign(issuer.privateKey, pending.blinded);
    await expect(finishPass(pending, answer, spkiOf(other.publicKey))).rejects.toThrow(PassTagged);
    answer[100]! ^= 1;
    await expect(finishPass(pending, answer, issuerKey)).rejects.toThrow(PassTagged);
    await expect(finishPass(pending, answer.slice(1), issuerKey)).rejects.toThrow(PassTagged);
  });
});
