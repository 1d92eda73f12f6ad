import { base64 } from '../bytes/base64.js';
import { ballotRules, type CheckChoices } from '../casting/check-cast.js';
import { FormatInvalid } from '../errors.js';
import { manifestHash, readManifest } from '../formats/manifest.js';
import { closeRecordHash, readCloseRecord } from '../publishing/close-record.js';
import { EXPORT_FILES, type ExportSource } from '../publishing/files.js';
import { readResult, type CountBallots } from '../publishing/result.js';
import { readRollSummary } from '../publishing/roll-summary.js';
import { webCryptoChecks, type SignatureChecks } from '../signing/signature-checks.js';
import { MerkleTree } from '../tree/merkle-tree.js';
import { readOnlyLine } from './lines.js';
import { Findings, type LogHead, type Report, type Totals } from './report.js';
import { verifyBallots } from './verify-ballots.js';
import { compareRoots, readCheckpoints } from './verify-log.js';
import { compareResult } from './verify-result.js';
import { compareBatches, compareClose, compareRoll, readPaperBatches } from './verify-totals.js';

/** What the verifier does not know itself: the rules of the papers and of the count. */
export interface VerifyRules {
  readonly checkChoices: CheckChoices;
  readonly count: CountBallots;
  /** WebCrypto by default. */
  readonly signatures?: SignatureChecks;
  /** Called now and then with the ballots read and how many the close record says there are, null if unreadable. */
  readonly onProgress?: (lines: number, of: number | null) => void;
}

const NOTHING: Totals = {
  ballotLines: 0,
  online: 0,
  superseded: 0,
  credentials: 0,
  paper: 0,
  checkpoints: 0,
};
const PROGRESS_EVERY = 1000;

/**
 * Recomputes everything an export claims: the manifest as the log's first entry, every pass and ballot signature,
 * every commitment, revisions, the log in order with every checkpoint, the close record as its last entry, paper
 * totals, passes against the roll, and the count.
 *
 * Streams: memory holds the log's hashes and the counted choices, not the file.
 *
 * @returns every fault by file and line; never throws for what a file contains
 */
export async function verifyExport(source: ExportSource, rules: VerifyRules): Promise<Report> {
  const findings = new Findings();
  if (!(await hasAllFiles(source, findings))) return report(findings, null, NOTHING);

  const manifestFile = await readOnlyLine('manifest.json', source, readManifest, findings);
  if (!manifestFile) return report(findings, null, NOTHING);
  const manifest = manifestFile.value;
  const ballots = await ballotRules(manifest, rules.checkChoices).catch((error: unknown) => {
    if (!(error instanceof FormatInvalid)) throw error;
    findings.add('manifest.json', 1, 'manifest.key', 'an issuer key is not RSA-3072');
    return null;
  });
  if (!ballots) return report(findings, manifest.election, NOTHING);

  const checkpoints = await readCheckpoints(source, manifest, findings);
  const roll = await readOnlyLine('roll-summary.json', source, readRollSummary, findings);
  const batches = await readPaperBatches(source, findings);
  const close = await readOnlyLine('close.json', source, readCloseRecord, findings);
  const result = await readOnlyLine('result.json', source, readResult, findings);

  const tree = new MerkleTree();
  tree.append(manifestHash(manifest));
  const checks = rules.signatures ?? webCryptoChecks();
  const expected = close ? close.value.online + close.value.paper : null;
  const found = await verifyBallots(source, ballots, checks, tree, findings, (lines) => {
    if (lines % PROGRESS_EVERY === 0) rules.onProgress?.(lines, expected);
  });
  if (close) {
    tree.append(closeRecordHash(close.value));
    const texts = { roll: roll ? `${roll.text}\n` : '', batches: batches.text };
    compareClose(close.value, manifest, found, checkpoints, texts, findings);
  }
  compareRoots(checkpoints, tree, findings);
  compareBatches(batches, found, findings);
  if (roll) compareRoll(roll.value, manifest, found, findings);
  if (result && findings.count === 0) compareResult(result.value, manifest, found, rules.count, findings);
  else findings.notices.push('the ballots were not counted again because of the faults found');

  const { lines, online, superseded, credentials } = found;
  const totals = {
    ...{ ballotLines: lines, online, superseded, credentials, checkpoints: checkpoints.length },
    paper: [...found.paperByBatch.values()].reduce((sum, sheets) => sum + sheets, 0),
  };
  const last = checkpoints.at(-1);
  const head = last ? { origin: last.origin, size: last.size, root: base64(last.root) } : null;
  return report(findings, manifest.election, totals, head);
}

async function hasAllFiles(source: ExportSource, findings: Findings): Promise<boolean> {
  const names = await source.names();
  for (const name of names) {
    if (!(EXPORT_FILES as readonly string[]).includes(name)) {
      findings.add(name, null, 'file.unknown', 'does not belong to an export');
    }
  }
  for (const file of EXPORT_FILES) {
    if (!names.includes(file)) findings.add(file, null, 'file.missing', 'missing');
  }
  return EXPORT_FILES.every((file) => names.includes(file));
}

function report(
  findings: Findings,
  election: string | null,
  totals: Totals,
  compare: LogHead | null = null,
): Report {
  const { count, notices, byCode } = findings;
  return {
    ...{ ok: count === 0, election, notices, totals, compare },
    faults: findings.listed(EXPORT_FILES),
    faultCount: count,
    faultsByCode: byCode,
  };
}
