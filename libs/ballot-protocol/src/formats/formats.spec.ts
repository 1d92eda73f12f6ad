import { createHash, hkdfSync, createPrivateKey, createPublicKey, sign } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { base64, base64url, fromBase64, fromBase64url } from '../bytes/base64.js';
import { FormatInvalid, PassInvalid } from '../errors.js';
import { commitmentFrom, commitmentOf, readBody, readHeader, type BallotHeader } from './ballot.js';
import { joinChoices, splitChoices } from './choices.js';
import { credentialFrom } from './credential.js';
import { paperCredential } from './paper-credential.js';
import { passMessage, readPassMessage } from './pass-message.js';

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const header: BallotHeader = {
  v: 1,
  election: 'round-1',
  style: 'city',
  cred: base64url(new Uint8Array(32)),
  rev: 1,
};
const body = { choices: ['park', 'roof'], salt: base64url(new Uint8Array(16)) };

describe('credential', () => {
  const seed = Uint8Array.from({ length: 16 }, (_, at) => at);

  it('is the Ed25519 key that node:crypto derives by HKDF-SHA256', () => {
    const secret = Buffer.from(hkdfSync('sha256', seed, new Uint8Array(), 'cred/v1', 32));
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret]);
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
    const commitment = sha256('x');
    const credential = credentialFrom(seed);
    expect(Buffer.from(credential.publicKey)).toEqual(raw);
    expect(Buffer.from(credential.signBallot(commitment))).toEqual(
      sign(null, Buffer.concat([Buffer.from('ballot/v1\n'), commitment]), key),
    );
  });
});

describe('ballot', () => {
  it('is committed to by the hash of the hashes of canonical header and body', () => {
    const canonicalHeader = `{"cred":"${header.cred}","election":"round-1","rev":1,"style":"city","v":1}`;
    const canonicalBody = `{"choices":["park","roof"],"salt":"${body.salt}"}`;
    const commitment = sha256(sha256(canonicalHeader), sha256(canonicalBody));
    expect(Buffer.from(commitmentOf(header, body))).toEqual(commitment);
    expect(Buffer.from(commitmentFrom(header, sha256(canonicalBody)))).toEqual(commitment);
  });

  it.each([
    { ...header, v: 2 },
    { ...header, rev: 0 },
    { ...header, rev: 21 },
    { ...header, rev: 1.5 },
    { ...header, rev: '1' },
    { ...header, cred: `${header.cred}A` },
    { ...header, cred: header.cred.slice(0, -1) + 'B' },
    { ...header, election: 'Round 1' },
    { ...header, election: 'round-1\n' },
    { ...header, ward: 'x' },
    { v: 1 },
    null,
    [],
  ])('refuses the header %j', (wrong) => {
    expect(() => readHeader(wrong, 'header')).toThrow(FormatInvalid);
  });

  it.each([
    { ...body, costs: { park: 1 } },
    { ...body, choices: 'park' },
    { ...body, choices: [1] },
    { ...body, choices: [['park', -1]] },
    { ...body, choices: [['park', 1e309]] },
    { ...body, choices: [['park', '1']] },
    { ...body, choices: [['park', 1, 2]] },
    { ...body, choices: ['pa\nrk'] },
    { ...body, choices: Array(1001).fill('park') },
    { ...body, salt: '' },
    { choices: [] },
  ])('refuses the body %j', (wrong) => {
    expect(() => readBody(wrong, 'body')).toThrow(FormatInvalid);
  });

  it('keeps points beside their project', () => {
    expect(splitChoices(joinChoices(['a', 'b'], [3, 1]))).toEqual({ choices: ['a', 'b'], points: [3, 1] });
    expect(splitChoices(joinChoices(['a']))).toEqual({ choices: ['a'] });
    expect(readBody({ ...body, choices: joinChoices(['a'], [3]) }, 'body').choices).toEqual([['a', 3]]);
  });
});

describe('pass message', () => {
  const subject = { election: 'round-1', style: 'city', cred: new Uint8Array(32).fill(10) };
  const prefix = new Uint8Array(32).fill(7);

  it('is prefix, names and credential, and is read back', () => {
    const message = passMessage(prefix, subject);
    const written = Buffer.concat([prefix, Buffer.from('pass/v1\nround-1\ncity\n'), subject.cred]);
    expect(Buffer.from(message)).toEqual(written);
    expect(readPassMessage(message)).toEqual({ prefix, ...subject });
  });

  it('refuses every other length and structure', () => {
    const message = passMessage(prefix, subject);
    for (const size of [0, 31, 32, 63, 64, message.length - 1]) {
      expect(() => readPassMessage(message.slice(0, size))).toThrow(PassInvalid);
    }
    expect(() => readPassMessage(Uint8Array.of(...message, 1))).toThrow(PassInvalid);
    expect(() => passMessage(prefix, { ...subject, style: 'a\nb' })).toThrow(FormatInvalid);
  });
});

describe('paper credential', () => {
  it('hashes batch and serial', () => {
    expect(paperCredential('box-1', 'K7Q2')).toBe(base64url(sha256('paper/v1\nbox-1\nK7Q2')));
  });
});

describe('base64', () => {
  it('writes what Buffer writes and reads only that', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64url(base64url(bytes), bytes.length)).toEqual(bytes);
        expect(fromBase64(base64(bytes))).toEqual(bytes);
      }),
    );
    for (const wrong of ['A', 'AB', 'A=', 'AA==', 'A A', 'ÄA', 'AA\n']) {
      expect(() => fromBase64url(wrong)).toThrow(FormatInvalid);
    }
    for (const wrong of ['AA', 'AA=', 'AB==', 'AA==\n'])
      expect(() => fromBase64(wrong)).toThrow(FormatInvalid);
  });
});
