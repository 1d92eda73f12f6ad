import { base64url } from '../bytes/base64.js';
import type { Choice } from '../formats/ballot.js';
import type { Manifest, StylePaper } from '../formats/manifest.js';
import { passMessage, type PassSubject } from '../formats/pass-message.js';
import { ed25519Signer, type Signer } from '../signing/ed25519.js';
import { PASS_ALGORITHM, PASS_SALT_BYTES, type Pass } from '../signing/pass-key.js';

/** Size and contents of a made-up election. */
export interface SampleOptions {
  /** Passes that vote. */
  readonly voters: number;
  /** How many of them change their ballot once. */
  readonly changes: number;
  /** Paper ballots, in two batches. */
  readonly sheets: number;
  /** New entries per checkpoint. */
  readonly perCheckpoint: number;
  /** Over the paper of one style, `city`; by default approval of five projects. */
  readonly paper?: Partial<Omit<StylePaper, 'style' | 'issuerKey'>>;
  /** What voter number n marks, in canonical form. */
  readonly choose: (voter: number, rev: number) => readonly Choice[];
}

/** An election with the secret keys that a real one keeps apart. */
export interface SampleElection {
  readonly manifest: Manifest;
  readonly log: Signer;
  /** Can be exported, so that others can issue passes too. */
  readonly issuerKey: CryptoKey;
  issuePass(subject: PassSubject): Promise<Pass>;
}

const project = (id: string, title: string, pounds: number) => ({
  ...{ id, title, costMinor: pounds * 100 },
  ...{ categories: [], neighbourhood: null },
});

const PAPER: Omit<StylePaper, 'style' | 'issuerKey'> = {
  title: 'Example city',
  voteType: 'approval',
  limits: {},
  budgetMinor: 10_000_00,
  projects: [
    project('benches', 'Benches by the canal', 2_500),
    project('lights', 'Lights in the park', 6_000),
    project('mural', 'A mural on the library', 1_500),
    project('orchard', 'A community orchard', 4_000),
    project('ramp', 'A ramp at the hall', 3_200),
  ],
  rule: { rule: 'greedy' },
};

/** Makes keys and a manifest. Everything in it is invented. */
export async function sampleElection(paper: SampleOptions['paper'] = {}): Promise<SampleElection> {
  const issuer = await crypto.subtle.generateKey(
    { ...PASS_ALGORITHM, modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', issuer.publicKey));
  const log = await ed25519Signer(crypto.getRandomValues(new Uint8Array(32)));
  const manifest: Manifest = {
    ...{ format: 'commonthread-election/1', election: 'example-round', title: 'Example round' },
    ...{ opensAt: '2026-05-01T08:00:00Z', closesAt: '2026-05-15T20:00:00Z' },
    ...{ currency: 'GBP', minorPerUnit: 100, paperSha256: '0'.repeat(64) },
    log: { origin: 'votes.example/example-round', key: base64url(log.publicKey) },
    styles: [{ ...PAPER, ...paper, style: 'city', issuerKey: base64url(spki) }],
  };
  return {
    manifest,
    log,
    issuerKey: issuer.privateKey,
    async issuePass(subject) {
      const prefix = crypto.getRandomValues(new Uint8Array(32));
      const how = { name: PASS_ALGORITHM.name, saltLength: PASS_SALT_BYTES };
      const signed = await crypto.subtle.sign(how, issuer.privateKey, passMessage(prefix, subject));
      return { prefix, signature: new Uint8Array(signed) };
    },
  };
}
