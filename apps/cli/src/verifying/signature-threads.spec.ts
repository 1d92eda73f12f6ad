import { afterAll, describe, expect, it } from '@jest/globals';
import {
  ballotMessage,
  base64url,
  credentialFrom,
  fromBase64url,
  newSeed,
  passMessage,
  webCryptoChecks,
  type SignatureClaim,
} from '@commonthread/ballot-protocol';
import { sampleElection } from '@commonthread/ballot-protocol/sample';

import { SignatureThreads } from './signature-threads.js';

const threads = new SignatureThreads(2);
afterAll(() => threads.close());

/** The same text with another first byte. */
const other = (text: string): string => {
  const bytes = fromBase64url(text);
  bytes[0]! ^= 1;
  return base64url(bytes);
};

async function claims(): Promise<{ good: SignatureClaim[]; bad: SignatureClaim[] }> {
  const { manifest, issuePass } = await sampleElection();
  const credential = credentialFrom(newSeed());
  const subject = { election: manifest.election, style: 'city', cred: credential.publicKey };
  const { prefix, signature } = await issuePass(subject);
  const commitment = new Uint8Array(32).fill(7);
  const ballot: SignatureClaim = {
    algorithm: 'ed25519',
    key: base64url(credential.publicKey),
    message: ballotMessage(commitment),
    signature: base64url(credential.signBallot(commitment)),
  };
  const pass: SignatureClaim = {
    algorithm: 'pass',
    key: manifest.styles[0]!.issuerKey,
    message: passMessage(prefix, subject),
    signature: base64url(signature),
  };
  const good = [pass, ballot];
  const bad = good.flatMap((claim) => [
    { ...claim, message: ballotMessage(new Uint8Array(32)) },
    { ...claim, signature: other(claim.signature) },
    { ...claim, signature: claim.signature.slice(0, -4) },
    { ...claim, signature: '' },
    { ...claim, key: other(claim.key) },
    { ...claim, key: claim.key.slice(0, -4) },
    { ...claim, key: '' },
  ]);
  return { good, bad };
}

describe('SignatureThreads', () => {
  it('answers as WebCrypto does, in the order asked', async () => {
    const { good, bad } = await claims();
    const mixed = [good[0]!, ...bad, good[1]!];
    const expected = [true, ...bad.map(() => false), true];
    expect(await threads.check(mixed)).toEqual(expected);
    expect(await webCryptoChecks().check(mixed)).toEqual(expected);
  });

  it('keeps batches apart that are under way together', async () => {
    const { good, bad } = await claims();
    const batches = Array.from({ length: 9 }, (_, n) => [...bad.slice(0, n), ...good]);
    const answers = await Promise.all(batches.map((batch) => threads.check(batch)));
    answers.forEach((answer, n) => expect(answer).toEqual([...Array(n).fill(false), true, true]));
  });

  it('says that it could not check, rather than that a signature is wrong, when a thread ends', async () => {
    const ended = new SignatureThreads(1);
    const { good } = await claims();
    const answer = ended.check(good);
    await ended.close();
    await expect(answer).rejects.toThrow('a signature thread ended');
  });
});
