import { constants, generateKeyPairSync, KeyObject, randomBytes, sign, type webcrypto } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

import { ballotMessage, passMessage, type Credential } from '@commonthread/ballot-protocol';
import { votesOf, type SampleVoters } from '@commonthread/ballot-protocol/sample';

import { choose } from './marks.ts';

/** Which voters a thread votes for. */
export interface VotingOrder {
  readonly election: string;
  readonly issuerKey: webcrypto.CryptoKey;
  readonly changes: number;
  readonly from: number;
  readonly to: number;
}

parentPort?.once('message', async ({ election, issuerKey, changes, from, to }: VotingOrder) => {
  const voters: SampleVoters = { election, newCredential, issuePass: issuerOf(issuerKey) };
  parentPort?.postMessage(await votesOf(voters, { changes, choose }, from, to));
});

/** Any Ed25519 key will do: that a real one comes from a seed cannot be seen in an export. */
function newCredential(): Credential {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')),
    signBallot: (commitment) => new Uint8Array(sign(null, ballotMessage(commitment), privateKey)),
  };
}

/** Signed in the open: once unblinded, a signature that was made blind is of the same form, so it verifies alike. */
function issuerOf(issuerKey: webcrypto.CryptoKey): SampleVoters['issuePass'] {
  const key = KeyObject.from(issuerKey);
  return async (subject) => {
    const prefix = new Uint8Array(randomBytes(32));
    const how = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    return { prefix, signature: new Uint8Array(sign('sha384', passMessage(prefix, subject), how)) };
  };
}
