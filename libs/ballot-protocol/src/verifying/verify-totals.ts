import { hex, utf8 } from '../bytes/bytes.js';
import type { Manifest } from '../formats/manifest.js';
import { manifestHash } from '../formats/manifest.js';
import { sha256 } from '../formats/sha256.js';
import { checkpointsDigest, type CloseRecord } from '../publishing/close-record.js';
import type { ExportFile, ExportSource } from '../publishing/files.js';
import { addsUp, readPaperBatch, type PaperBatch } from '../publishing/paper-batch.js';
import type { RollSummary } from '../publishing/roll-summary.js';
import type { Checkpoint } from '../signing/checkpoint.js';
import { linesOf, readLine } from './lines.js';
import type { Findings } from './report.js';
import type { BallotsFound } from './verify-ballots.js';

/** Sealed batches and the text they were read from. */
export interface BatchesFound {
  readonly batches: readonly PaperBatch[];
  readonly text: string;
}

export async function readPaperBatches(source: ExportSource, findings: Findings): Promise<BatchesFound> {
  const file = 'paper-batches.ndjson';
  const batches: PaperBatch[] = [];
  let text = '';
  for await (const numbered of linesOf(file, source, findings)) {
    text += `${numbered.text ?? ''}\n`;
    const batch = readLine(file, numbered, readPaperBatch, findings);
    if (!batch) continue;
    if (batch.batch <= (batches.at(-1)?.batch ?? '')) {
      findings.add(file, numbered.number, 'paper.batch-order', 'batches are not in order or named twice');
    }
    if (!addsUp(batch)) {
      if (batch.discrepancy === null) {
        findings.add(file, numbered.number, 'paper.totals', 'the totals do not add up and nobody says why');
      } else findings.notices.push(`paper batch ${batch.batch} does not add up: ${batch.discrepancy}`);
    }
    batches.push(batch);
  }
  return { batches, text };
}

/** Each batch has as many ballots as its line says, and no ballot is of a batch that is not listed. */
export function compareBatches({ batches }: BatchesFound, found: BallotsFound, findings: Findings): void {
  const file = 'paper-batches.ndjson';
  batches.forEach(({ batch, keyed }, at) => {
    const published = found.paperByBatch.get(batch) ?? 0;
    if (published !== keyed) {
      findings.add(file, at + 1, 'paper.keyed', `${keyed} sheets keyed, ${published} ballots published`);
    }
  });
  for (const batch of found.paperByBatch.keys()) {
    if (!batches.some((listed) => listed.batch === batch)) {
      findings.add(file, null, 'paper.batch-unknown', `ballots of batch ${batch}, which is not listed`);
    }
  }
}

/** Nobody voted who did not take part: passes and sheets used are at most those issued. */
export function compareRoll(
  roll: RollSummary,
  manifest: Manifest,
  found: BallotsFound,
  findings: Findings,
): void {
  const file = 'roll-summary.json';
  const styles = roll.styles.map(({ style }) => style);
  const expected = manifest.styles.map(({ style }) => style);
  if (roll.election !== manifest.election || styles.join() !== expected.join()) {
    findings.add(file, 1, 'roll.elsewhere', "not this election's ballot styles");
    return;
  }
  for (const { style, online, paper, reissued } of roll.styles) {
    const used = found.credentialsByStyle.get(style) ?? 0;
    const sheets = found.paperByStyle.get(style) ?? 0;
    if (used > online + reissued) {
      findings.add(
        file,
        1,
        'roll.passes',
        `${style}: ${used} passes voted, ${online + reissued} were issued`,
      );
    } else if (used > online) {
      findings.notices.push(
        `${style}: ${used} passes voted for ${online} electors; ${reissued} were issued again`,
      );
    }
    if (sheets > paper) {
      findings.add(file, 1, 'roll.paper', `${style}: ${sheets} paper ballots counted, ${paper} handed out`);
    }
  }
}

/** Which file a hash in the close record is of. */
const HASHED: Readonly<Record<string, ExportFile>> = {
  manifestSha256: 'manifest.json',
  checkpointsSha256: 'checkpoints.ndjson',
  rollSummarySha256: 'roll-summary.json',
  paperBatchesSha256: 'paper-batches.ndjson',
};

/** What the close record must say, given everything else. */
export function compareClose(
  record: CloseRecord,
  manifest: Manifest,
  found: BallotsFound,
  checkpoints: readonly Checkpoint[],
  texts: { readonly roll: string; readonly batches: string },
  findings: Findings,
): void {
  const before = checkpoints.slice(0, -1);
  const expected = {
    election: manifest.election,
    manifestSha256: hex(manifestHash(manifest)),
    online: found.online,
    credentials: found.credentials,
    paper: [...found.paperByStyle.values()].reduce((sum, sheets) => sum + sheets, 0),
    checkpoints: before.length,
    checkpointsSha256: checkpointsDigest(before),
    rollSummarySha256: hex(sha256(utf8(texts.roll))),
    paperBatchesSha256: hex(sha256(utf8(texts.batches))),
  };
  for (const [field, value] of Object.entries(expected)) {
    const said = record[field as keyof CloseRecord];
    if (said === value) continue;
    const hashed = HASHED[field];
    if (hashed)
      findings.add(hashed, null, 'file.hash', `its SHA-256 is not the one in close.json (${field})`);
    else findings.add('close.json', 1, 'close.differs', `${field} is ${said}, in the export ${value}`);
  }
  if (Date.parse(record.closedAt) < Date.parse(manifest.closesAt)) {
    findings.notices.push(`voting was closed at ${record.closedAt}, before ${manifest.closesAt}`);
  }
}
