import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

const canRun = spawnSync('python3', ['--version']).status === 0;
const ASK = `
import json, sys, ed25519
print(json.dumps([ed25519.holds(*(bytes.fromhex(part) for part in case)) for case in json.load(sys.stdin)]))`;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

interface Case {
  readonly key: Buffer;
  readonly message: Buffer;
  readonly signature: Buffer;
}

function python(cases: readonly Case[]): boolean[] {
  const input = JSON.stringify(cases.map((one) => [one.key, one.message, one.signature].map(hex)));
  return JSON.parse(execFileSync('python3', ['-c', ASK], { cwd: import.meta.dirname, input }).toString());
}

function node({ key, message, signature }: Case): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

const hex = (bytes: Buffer): string => bytes.toString('hex');
const unhex = (text: string): Buffer => Buffer.from(text, 'hex');
const flipped = (bytes: Buffer, at: number): Buffer =>
  Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)));

function signed(length: number): Case {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const message = randomBytes(length);
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  return { key, message, signature: sign(null, message, privateKey) };
}

/** The same signature with s + L for s, which must not be taken: else there would be two for one message. */
function stretched({ signature, ...rest }: Case): Case {
  const s = BigInt(`0x${hex(Buffer.from(signature.subarray(32)).reverse())}`) + ORDER;
  const bytes = unhex(s.toString(16).padStart(64, '0')).reverse();
  return { ...rest, signature: Buffer.concat([signature.subarray(0, 32), bytes]) };
}

(canRun ? describe : describe.skip)('Ed25519 in Python', () => {
  it('gives the answers of RFC 8032, section 7.1', () => {
    const first = {
      key: unhex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'),
      message: Buffer.alloc(0),
      signature: unhex(
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      ),
    };
    const third = {
      key: unhex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'),
      message: unhex('af82'),
      signature: unhex(
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      ),
    };
    expect(python([first, third, { ...first, message: third.message }])).toEqual([true, true, false]);
  });

  it('agrees with OpenSSL about good and bad signatures', () => {
    const good = Array.from({ length: 40 }, (_, n) => signed(n));
    const bad = good.flatMap((one, n) => [
      { ...one, signature: flipped(one.signature, n) },
      { ...one, signature: flipped(one.signature, 32 + (n % 32)) },
      { ...one, key: flipped(one.key, n % 32) },
      { ...one, message: Buffer.concat([one.message, Buffer.from('!')]) },
      stretched(one),
    ]);
    const cases = [...good, ...bad];
    expect(python(cases)).toEqual(cases.map(node));
    expect(cases.map(node).filter(Boolean)).toHaveLength(good.length);
  });
});
