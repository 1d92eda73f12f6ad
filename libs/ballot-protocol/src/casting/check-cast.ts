import { canonicalJson } from '@commonthread/kernel';

import { fromBase64url } from '../bytes/base64.js';
import { sameBytes, type Bytes } from '../bytes/bytes.js';
import { BallotElsewhere, BallotSignatureInvalid, ChoicesNotCanonical, PassInvalid } from '../errors.js';
import { commitmentOf, type BallotBody, type BallotHeader, type Choice } from '../formats/ballot.js';
import { ballotMessage } from '../formats/credential.js';
import { paperOf, type Manifest, type StylePaper } from '../formats/manifest.js';
import { verifyEd25519 } from '../signing/ed25519.js';
import { passKeyFrom, type Pass, type PassKey } from '../signing/pass-key.js';
import type { Cast } from './cast.js';

/**
 * The rules of the ballot paper, from whoever knows them (the voting library).
 *
 * @returns the choices in the one order they are written in
 * @throws DomainError for a ballot the paper does not allow
 */
export type CheckChoices = (paper: StylePaper, choices: readonly Choice[]) => readonly Choice[];

/** An election's own papers and keys; nothing of them comes from a sender. */
export interface BallotRules {
  readonly manifest: Manifest;
  readonly passKeys: ReadonlyMap<string, PassKey>;
  readonly checkChoices: CheckChoices;
}

/** @throws FormatInvalid for an issuer key that is not RSA-3072 */
export async function ballotRules(manifest: Manifest, checkChoices: CheckChoices): Promise<BallotRules> {
  const keys = manifest.styles.map(
    async ({ style, issuerKey }) => [style, await passKeyFrom(issuerKey)] as const,
  );
  return { manifest, passKeys: new Map(await Promise.all(keys)), checkChoices };
}

/** A ballot that may be stored. */
export interface CheckedBallot {
  readonly header: BallotHeader;
  readonly body: BallotBody;
  readonly commitment: Bytes;
  readonly credSig: Bytes;
  readonly pass: Pass;
}

/**
 * Everything that can be known about a cast without the ballots already stored. The signatures are checked on
 * WebCrypto's own threads.
 *
 * @param storedPass the pass that was checked when this credential's first ballot was stored
 * @throws BallotElsewhere | PassInvalid | BallotSignatureInvalid | ChoicesNotCanonical | what `checkChoices` throws
 */
export async function checkCast(cast: Cast, rules: BallotRules, storedPass?: Pass): Promise<CheckedBallot> {
  const { header, body } = cast;
  requireValidChoices(header, body, rules);
  const pass = passOf(cast, storedPass);
  const commitment = commitmentOf(header, body);
  const credSig = fromBase64url(cast.credSig, 64, 'credSig');
  const cred = fromBase64url(header.cred, 32, 'cred');
  const passKey = rules.passKeys.get(header.style);
  const [isPass, isSigned] = await Promise.all([
    storedPass ? true : passKey?.verify(pass, { election: header.election, style: header.style, cred }),
    verifyEd25519(cred, ballotMessage(commitment), credSig),
  ]);
  if (!isPass) throw new PassInvalid();
  if (!isSigned) throw new BallotSignatureInvalid();
  return { header, body, commitment, credSig, pass };
}

/** The part that holds for paper ballots too. @throws BallotElsewhere | ChoicesNotCanonical | what `checkChoices` throws */
export function requireValidChoices(
  { election, style }: BallotHeader,
  { choices }: BallotBody,
  { manifest, checkChoices }: Pick<BallotRules, 'manifest' | 'checkChoices'>,
): void {
  const paper = paperOf(manifest, style);
  if (election !== manifest.election || !paper) throw new BallotElsewhere();
  if (canonicalJson(checkChoices(paper, choices)) !== canonicalJson(choices)) throw new ChoicesNotCanonical();
}

function passOf({ pass }: Cast, stored: Pass | undefined): Pass {
  if (!pass) {
    if (!stored) throw new PassInvalid();
    return stored;
  }
  const sent = {
    prefix: fromBase64url(pass.prefix, undefined, 'pass.prefix'),
    signature: fromBase64url(pass.signature, undefined, 'pass.signature'),
  };
  const isOther =
    stored && !(sameBytes(sent.prefix, stored.prefix) && sameBytes(sent.signature, stored.signature));
  if (isOther) throw new PassInvalid();
  return sent;
}
