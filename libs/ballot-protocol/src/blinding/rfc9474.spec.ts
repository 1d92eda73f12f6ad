import { constants, createPrivateKey, createPublicKey, privateEncrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { afterEach, describe, expect, it } from '@jest/globals';

import { PASS_ALGORITHM, PASS_SALT_BYTES } from '../signing/pass-key.js';

const file = new URL('rfc9474.vector.json', import.meta.url);
const vector = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const bytes = (name: string) => new Uint8Array(Buffer.from(vector[name]!, 'hex'));
const number = (name: string) => BigInt(`0x${vector[name]!}`);

/** The vector's RSA-4096 key, rebuilt from its primes. */
const [p, q, e] = [number('p'), number('q'), 65537n];
const n = p * q;
const d = inverse(e, (p - 1n) * (q - 1n));
const jwk = {
  kty: 'RSA',
  ...{ n: url(n), e: url(e), d: url(d), p: url(p), q: url(q) },
  ...{ dp: url(d % (p - 1n)), dq: url(d % (q - 1n)), qi: url(inverse(q, p)) },
};
const issuer = createPrivateKey({ key: jwk, format: 'jwk' });
const spki = createPublicKey(issuer).export({ format: 'der', type: 'spki' });
const publicKey = await crypto.subtle.importKey('spki', new Uint8Array(spki), PASS_ALGORITHM, true, [
  'verify',
]);
const suite = RSABSSA.SHA384.PSS.Randomized();

describe('RFC 9474, RSABSSA-SHA384-PSS-Randomized', () => {
  const random = crypto.getRandomValues;
  afterEach(() => {
    crypto.getRandomValues = random;
  });

  it('blinds as published', async () => {
    const drawn = [bytes('salt'), unhex(inverse(number('inv'), n))];
    crypto.getRandomValues = ((array: Uint8Array) => {
      array.set(drawn.shift()!);
      return array;
    }) as typeof random;
    const { blindedMsg, inv } = await suite.blind(publicKey, bytes('prepared_msg'));
    expect(blindedMsg).toEqual(bytes('blinded_msg'));
    expect(inv).toEqual(bytes('inv'));
  });

  it('is signed by one raw RSA operation', () => {
    const how = { key: issuer, padding: constants.RSA_NO_PADDING };
    expect(new Uint8Array(privateEncrypt(how, bytes('blinded_msg')))).toEqual(bytes('blind_sig'));
  });

  it('unblinds to the published signature, which WebCrypto accepts as plain PSS', async () => {
    const sig = await suite.finalize(publicKey, bytes('prepared_msg'), bytes('blind_sig'), bytes('inv'));
    expect(sig).toEqual(bytes('sig'));
    const how = { name: PASS_ALGORITHM.name, saltLength: PASS_SALT_BYTES };
    expect(
      await crypto.subtle.verify(how, publicKey, sig as Uint8Array<ArrayBuffer>, bytes('prepared_msg')),
    ).toBe(true);
  });
});

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

function unhex(value: bigint): Uint8Array {
  const text = value.toString(16);
  return new Uint8Array(Buffer.from(text.padStart(text.length + (text.length % 2), '0'), 'hex'));
}

function url(value: bigint): string {
  return Buffer.from(unhex(value)).toString('base64url');
}
