export { base64, base64url, fromBase64, fromBase64url } from './bytes/base64.js';
export { concat, hex, sameBytes, utf8, type Bytes } from './bytes/bytes.js';
export {
  BallotElsewhere,
  BallotSignatureInvalid,
  ChangeCodeInvalid,
  ChoicesNotCanonical,
  FormatInvalid,
  LogEvidenceInvalid,
  PassInvalid,
  PassTagged,
  SplitView,
} from './errors.js';
export {
  MOST_REVISIONS,
  bodyBytes,
  commitmentFrom,
  commitmentOf,
  headerBytes,
  readBody,
  readHeader,
  type BallotBody,
  type BallotHeader,
  type Choice,
} from './formats/ballot.js';
export { changeCode, seedFromChangeCode } from './formats/change-code.js';
export { joinChoices, splitChoices, type SplitChoices } from './formats/choices.js';
export { ballotMessage, credentialFrom, newSeed, type Credential } from './formats/credential.js';
export { paperCredential } from './formats/paper-credential.js';
export { PREFIX_BYTES, passMessage, readPassMessage, type PassSubject } from './formats/pass-message.js';
export { sha256, sha256OfText } from './formats/sha256.js';
export {
  openCheckpoint,
  originName,
  requireConsistent,
  signCheckpoint,
  type Checkpoint,
} from './signing/checkpoint.js';
export { ed25519Signer, verifyEd25519, type Signer } from './signing/ed25519.js';
export { PASS_SIGNATURE_BYTES, passKeyFrom, type Pass, type PassKey } from './signing/pass-key.js';
export { readReceipt, receiptMessage, signReceipt, verifyReceipt, type Receipt } from './signing/receipt.js';
export { openNote, signNote, verifierKey } from './signing/signed-note.js';
export { emptyRoot, leafHash, nodeHash } from './tree/hashing.js';
export { MerkleTree } from './tree/merkle-tree.js';
export {
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from './tree/verify-proof.js';
