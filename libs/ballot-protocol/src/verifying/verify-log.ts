import { fromBase64url } from '../bytes/base64.js';
import { sameBytes } from '../bytes/bytes.js';
import type { Manifest } from '../formats/manifest.js';
import { readCheckpointLine } from '../publishing/checkpoint-line.js';
import { openCheckpoint, type Checkpoint } from '../signing/checkpoint.js';
import type { MerkleTree } from '../tree/merkle-tree.js';
import type { ExportSource } from '../publishing/files.js';
import { linesOf, readLine } from './lines.js';
import type { Findings } from './report.js';

const FILE = 'checkpoints.ndjson';

export interface NumberedCheckpoint extends Checkpoint {
  readonly line: number;
}

/** Opens every checkpoint: signed by the log's key, each larger than the one before. */
export async function readCheckpoints(
  source: ExportSource,
  { log }: Manifest,
  findings: Findings,
): Promise<NumberedCheckpoint[]> {
  const key = fromBase64url(log.key, 32, 'log.key');
  const checkpoints: NumberedCheckpoint[] = [];
  for await (const numbered of linesOf(FILE, source, findings)) {
    const read = readLine(FILE, numbered, readCheckpointLine, findings);
    if (!read) continue;
    try {
      const checkpoint = await openCheckpoint(read.note, log.origin, key);
      if (checkpoint.size <= (checkpoints.at(-1)?.size ?? 0)) {
        findings.add(FILE, numbered.number, 'checkpoint.order', 'not larger than the checkpoint before it');
      }
      checkpoints.push({ ...checkpoint, line: numbered.number });
    } catch {
      findings.add(FILE, numbered.number, 'checkpoint.signature', "not a checkpoint signed by the log's key");
    }
  }
  return checkpoints;
}

/**
 * Every root must be that of the published entries up to its size, which makes each checkpoint consistent with
 * every other; the last one must cover them all. `tree` ends with the close record.
 */
export function compareRoots(
  checkpoints: readonly NumberedCheckpoint[],
  tree: MerkleTree,
  findings: Findings,
): void {
  let soundSize = 0;
  for (const { size, root, line } of checkpoints) {
    if (size > tree.size) {
      findings.add(FILE, line, 'checkpoint.size', `covers ${size} entries; the export has ${tree.size}`);
    } else if (sameBytes(tree.root(size), root)) {
      soundSize = size;
    } else if (size === tree.size && soundSize === size - 1) {
      findings.add('close.json', 1, 'close.root', 'not the close record that the log holds');
    } else {
      const where = `${soundSize === 0 ? 'manifest.json and ' : ''}ballots.ndjson lines ${Math.max(1, soundSize)} to ${size - 1}`;
      findings.add(
        FILE,
        line,
        'checkpoint.root',
        `the published entries have another root; look at ${where}`,
      );
    }
  }
  const last = checkpoints.at(-1);
  if (!last) findings.add(FILE, null, 'checkpoint.none', 'there is no checkpoint');
  else if (last.size < tree.size) {
    findings.add(FILE, last.line, 'checkpoint.last', `covers ${last.size} of ${tree.size} entries`);
  }
}
