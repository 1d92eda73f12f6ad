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
export { makeCast, readCast, type Cast, type PassText, type Vote } from './casting/cast.js';
export {
  ballotRules,
  checkCast,
  requireValidChoices,
  type BallotRules,
  type CheckChoices,
  type CheckedBallot,
} from './casting/check-cast.js';
export { changeCode, seedFromChangeCode } from './formats/change-code.js';
export { joinChoices, splitChoices, type SplitChoices } from './formats/choices.js';
export { ballotMessage, credentialFrom, newSeed, type Credential } from './formats/credential.js';
export {
  manifestHash,
  manifestText,
  originName,
  paperOf,
  readManifest,
  type Manifest,
  type PaperLimits,
  type PaperProject,
  type StylePaper,
  type VoteType,
} from './formats/manifest.js';
export { paperCredential, sheetSerial } from './formats/paper-credential.js';
export { PREFIX_BYTES, passMessage, readPassMessage, type PassSubject } from './formats/pass-message.js';
export { sha256, sha256OfText } from './formats/sha256.js';
export {
  ballotLineText,
  readBallotLine,
  type BallotLine,
  type CountedLine,
  type PaperLine,
  type SupersededLine,
} from './publishing/ballot-line.js';
export { checkpointLineText, readCheckpointLine, type CheckpointLine } from './publishing/checkpoint-line.js';
export {
  checkpointsDigest,
  closeRecordHash,
  closeRecordText,
  readCloseRecord,
  type CloseRecord,
} from './publishing/close-record.js';
export { EXPORT_FILES, type ExportFile, type ExportSource } from './publishing/files.js';
export { piecesOf } from './publishing/pieces-of.js';
export { addsUp, paperBatchText, readPaperBatch, type PaperBatch } from './publishing/paper-batch.js';
export {
  readResult,
  resultText,
  type CountBallots,
  type ProjectResult,
  type Recount,
  type Result,
  type StyleResult,
} from './publishing/result.js';
export {
  readRollSummary,
  rollSummaryText,
  type RollSummary,
  type StyleRoll,
} from './publishing/roll-summary.js';
export { openCheckpoint, requireConsistent, signCheckpoint, type Checkpoint } from './signing/checkpoint.js';
export { ed25519Signer, verifyEd25519, type Signer } from './signing/ed25519.js';
export { PASS_SIGNATURE_BYTES, passKeyFrom, type Pass, type PassKey } from './signing/pass-key.js';
export { readReceipt, receiptMessage, signReceipt, verifyReceipt, type Receipt } from './signing/receipt.js';
export { webCryptoChecks, type SignatureChecks, type SignatureClaim } from './signing/signature-checks.js';
export { openNote, signNote, verifierKey } from './signing/signed-note.js';
export { emptyRoot, leafHash, nodeHash } from './tree/hashing.js';
export { MerkleTree } from './tree/merkle-tree.js';
export {
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from './tree/verify-proof.js';
export type { Fault, LogHead, Report, Totals } from './verifying/report.js';
export { verifyExport, type VerifyRules } from './verifying/verify-export.js';
