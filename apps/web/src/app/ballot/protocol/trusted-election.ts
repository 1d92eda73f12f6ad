import type { Api } from '@commonthread/api-client';
import { hex, manifestHash, readManifest, type Manifest } from '@commonthread/ballot-protocol';
import type { UrnElection } from './urn.js';

/** What the council publishes and what the ballot box says are not the same: nobody should vote before that is explained. */
export class ElectionMismatch extends Error {
  constructor(
    readonly what: 'election' | 'manifest' | 'paper' | 'issuer-key',
    readonly evidence: unknown,
  ) {
    super(`the published ${what} is not the ballot box's`);
  }
}

/**
 * The election's manifest, checked: it is for this round, it is the one whose hash is published, its ballot paper is the
 * round's frozen one, and its keys are those the council shows to everybody. A key shown to one person alone could mark
 * that person's pass.
 *
 * @throws ElectionMismatch | FormatInvalid
 */
export function trustedElection(
  { id, paperSha256 }: Pick<Api<'RoundDto'>, 'id' | 'paperSha256'>,
  keys: readonly Api<'IssuerKeyDto'>[],
  told: UrnElection,
): Manifest {
  const manifest = readManifest(told.manifest);
  const mismatch = (what: ElectionMismatch['what']) =>
    new ElectionMismatch(what, { told, keys, paperSha256 });
  if (manifest.election !== id || told.election !== id) throw mismatch('election');
  if (hex(manifestHash(manifest)) !== told.manifestSha256) throw mismatch('manifest');
  if (paperSha256 !== null && manifest.paperSha256 !== paperSha256) throw mismatch('paper');
  const published = new Map(keys.map(({ style, spki }) => [style, spki]));
  const same = manifest.styles.every(({ style, issuerKey }) => published.get(style) === issuerKey);
  // After the vote the private keys are gone; the public ones stay, so an empty list is no answer while voting is open.
  if (!same && !(keys.length === 0 && told.state !== 'open')) throw mismatch('issuer-key');
  return manifest;
}
