import { DomainError } from '@commonthread/kernel';

import { fromBase64url } from '../bytes/base64.js';
import { requireValidChoices, type BallotRules } from '../casting/check-cast.js';
import { commitmentFrom, commitmentOf, type Choice } from '../formats/ballot.js';
import { ballotMessage } from '../formats/credential.js';
import { paperOf } from '../formats/manifest.js';
import { paperCredential } from '../formats/paper-credential.js';
import { passMessage } from '../formats/pass-message.js';
import { readBallotLine, type BallotLine, type PaperLine } from '../publishing/ballot-line.js';
import type { SignatureChecks } from '../signing/signature-checks.js';
import type { MerkleTree } from '../tree/merkle-tree.js';
import type { ExportSource } from '../publishing/files.js';
import { linesOf, readLine } from './lines.js';
import type { Findings } from './report.js';
import { Revisions } from './revisions.js';
import { SignatureQueue } from './signature-queue.js';

const FILE = 'ballots.ndjson';

/** What the ballots of an export add up to. */
export interface BallotsFound {
  readonly lines: number;
  readonly online: number;
  readonly superseded: number;
  readonly credentials: number;
  readonly credentialsByStyle: ReadonlyMap<string, number>;
  readonly paperByStyle: ReadonlyMap<string, number>;
  readonly paperByBatch: ReadonlyMap<string, number>;
  /** Choices of every counted ballot, in log order. */
  readonly countedByStyle: ReadonlyMap<string, readonly (readonly Choice[])[]>;
}

/**
 * Reads `ballots.ndjson` line by line: form, place, rules of the paper, signatures, revisions; and appends every
 * commitment to the log.
 *
 * @param tree holds the manifest's leaf already
 * @param onLine called with the number of lines read
 */
export async function verifyBallots(
  source: ExportSource,
  rules: BallotRules,
  checks: SignatureChecks,
  tree: MerkleTree,
  findings: Findings,
  onLine: (lines: number) => void,
): Promise<BallotsFound> {
  const revisions = new Revisions(FILE, findings);
  const queue = new SignatureQueue(checks);
  const serials = new Set<string>();
  const counted = new Map<string, (readonly Choice[])[]>();
  const [paperByStyle, paperByBatch] = [new Map<string, number>(), new Map<string, number>()];
  let [lines, online, superseded, shift] = [0, 0, 0, 0];

  for await (const numbered of linesOf(FILE, source, findings)) {
    lines = numbered.number;
    onLine(lines);
    const line = readLine(FILE, numbered, readBallotLine, findings);
    if (!line) {
      // Keeps the places of the lines after it; the root cannot be right any more, which is reported too.
      tree.append(new Uint8Array(32));
      continue;
    }
    if (line.leaf !== lines + shift) {
      findings.add(
        FILE,
        lines,
        'ballot.place',
        `leaf ${line.leaf} stands where leaf ${lines + shift} belongs`,
      );
      shift = line.leaf - lines;
    }
    const { header } = line;
    const body = 'body' in line ? line.body : null;
    const commitment = body
      ? commitmentOf(header, body)
      : commitmentFrom(header, fromBase64url((line as { bodySha256: string }).bodySha256));
    tree.append(commitment);
    if (body ? !isAllowed(line, rules, findings, lines) : !isHere(line, rules, findings, lines)) continue;
    if (body) (counted.get(header.style) ?? newList(counted, header.style)).push(body.choices);

    if (line.source === 'paper') {
      checkSheet(line, serials, findings, lines);
      add(paperByStyle, header.style);
      add(paperByBatch, line.batch);
      continue;
    }
    online++;
    if (!body) superseded++;
    const { cred, style, rev } = header;
    revisions.add({ cred, style, rev, isCounted: body !== null, line: lines });
    await queueSignatures(line, commitment, rules, queue, findings, lines);
  }
  await queue.finish();
  revisions.finish();
  return {
    ...{ lines, online, superseded, paperByStyle, paperByBatch, countedByStyle: counted },
    credentials: revisions.credentials,
    credentialsByStyle: revisions.byStyle(),
  };
}

type OnlineLine = Exclude<BallotLine, PaperLine>;

/** The pass, under the key of exactly this election and style, and the ballot, under the key in the pass. */
async function queueSignatures(
  { header, credSig, passPrefix, passSig }: OnlineLine,
  commitment: Uint8Array,
  { manifest }: BallotRules,
  queue: SignatureQueue,
  findings: Findings,
  line: number,
): Promise<void> {
  const { election, style, cred } = header;
  const subject = { election, style, cred: fromBase64url(cred) };
  await queue.add(
    {
      algorithm: 'pass',
      key: paperOf(manifest, style)!.issuerKey,
      message: passMessage(fromBase64url(passPrefix), subject),
      signature: passSig,
    },
    () => findings.add(FILE, line, 'ballot.pass', 'the pass is not signed by the issuer for this ballot'),
  );
  await queue.add(
    { algorithm: 'ed25519', key: cred, message: ballotMessage(commitment), signature: credSig },
    () => findings.add(FILE, line, 'ballot.signature', 'the ballot is not signed by its pass'),
  );
}

function isAllowed(line: BallotLine, rules: BallotRules, findings: Findings, at: number): boolean {
  if (!('body' in line)) return false;
  try {
    requireValidChoices(line.header, line.body, rules);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    findings.add(FILE, at, 'ballot.rules', error.message);
    return false;
  }
}

/** All that can be asked of a superseded ballot. */
function isHere({ header }: BallotLine, rules: BallotRules, findings: Findings, at: number): boolean {
  const isHere = header.election === rules.manifest.election && rules.passKeys.has(header.style);
  if (!isHere)
    findings.add(FILE, at, 'ballot.rules', 'the ballot belongs to another election or ballot paper');
  return isHere;
}

function checkSheet(
  { header, batch, serial }: PaperLine,
  serials: Set<string>,
  findings: Findings,
  at: number,
): void {
  if (header.cred !== paperCredential(batch, serial) || header.rev !== 1) {
    findings.add(FILE, at, 'paper.credential', 'the ballot does not belong to its batch and serial');
  }
  if (serials.has(serial))
    findings.add(FILE, at, 'paper.serial-twice', 'this serial stands in an earlier line');
  serials.add(serial);
}

function newList<T>(lists: Map<string, T[]>, key: string): T[] {
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
