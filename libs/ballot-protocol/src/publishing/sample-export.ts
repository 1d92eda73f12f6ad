import { base64url } from '../bytes/base64.js';
import { hex, utf8 } from '../bytes/bytes.js';
import { commitmentOf, type Choice } from '../formats/ballot.js';
import { newSeed } from '../formats/credential.js';
import { manifestHash, manifestText } from '../formats/manifest.js';
import { paperCredential } from '../formats/paper-credential.js';
import { sha256OfText } from '../formats/sha256.js';
import { ballotLineText, type BallotLine, type PaperLine } from './ballot-line.js';
import { checkpointLineText } from './checkpoint-line.js';
import { checkpointsDigest, closeRecordHash, closeRecordText } from './close-record.js';
import type { ExportFile, ExportSource } from './files.js';
import { paperBatchText, type PaperBatch } from './paper-batch.js';
import { resultText, type CountBallots } from './result.js';
import { rollSummaryText } from './roll-summary.js';
import { sampleVotes, type MakeVotes, type SampleBallot } from './sample-votes.js';
import { signCheckpoint, type Checkpoint } from '../signing/checkpoint.js';
import { MerkleTree } from '../tree/merkle-tree.js';
import { sampleElection, type SampleElection, type SampleOptions } from '../sampling/sample-election.js';

/** Lines of every file, without newlines. */
export type ExportLines = Record<ExportFile, string[]>;

/**
 * An export as an urn would publish it, of an election that never was: for tests, benches and other verifiers.
 *
 * @param makeVotes makes the online ballots of every voter; large samples make them in threads
 */
export async function sampleExport(
  options: SampleOptions,
  count: CountBallots,
  makeVotes: MakeVotes = sampleVotes,
): Promise<ExportLines> {
  const election = await sampleElection(options.paper);
  const { manifest, log } = election;
  const { origin } = manifest.log;
  const batches = sheetBatches(options);
  const unplaced = [...(await makeVotes(election, options)), ...paperBallots(election, options)];

  const tree = new MerkleTree();
  tree.append(manifestHash(manifest));
  const checkpoints: Checkpoint[] = [];
  const lines: BallotLine[] = [];
  for (let start = 0; start < unplaced.length; start += options.perCheckpoint) {
    // Within a batch the order must tell nothing: by commitment is as good as drawn.
    const batch = unplaced.slice(start, start + options.perCheckpoint);
    for (const { line, commitment } of batch.sort(byCommitment)) {
      lines.push({ ...line, leaf: tree.append(commitment) } as BallotLine);
    }
    checkpoints.push({ origin, size: tree.size, root: tree.root() });
  }
  const summary = rollSummaryText({
    format: 'commonthread-roll-summary/1',
    election: manifest.election,
    styles: [
      {
        ...{ style: 'city', electors: (options.voters + options.sheets) * 2 + 1, reissued: 0 },
        ...{ online: options.voters + 1, paper: options.sheets },
      },
    ],
  });
  const batchLines = batches.map(paperBatchText);
  const record = {
    ...({
      format: 'commonthread-close/1',
      election: manifest.election,
      closedAt: manifest.closesAt,
    } as const),
    manifestSha256: hex(manifestHash(manifest)),
    online: options.voters + options.changes,
    credentials: options.voters,
    paper: options.sheets,
    checkpoints: checkpoints.length,
    checkpointsSha256: checkpointsDigest(checkpoints),
    rollSummarySha256: sha256OfText(`${summary}\n`),
    paperBatchesSha256: sha256OfText(batchLines.map((line) => `${line}\n`).join('')),
  };
  tree.append(closeRecordHash(record));
  checkpoints.push({ origin, size: tree.size, root: tree.root() });
  const counted = lines.flatMap((line) => ('body' in line ? [line.body.choices] : []));
  const recount = count(manifest.styles[0]!, manifest.minorPerUnit, counted);
  return {
    'manifest.json': [manifestText(manifest)],
    'checkpoints.ndjson': await Promise.all(
      checkpoints.map(async (checkpoint) => checkpointLineText(await signCheckpoint(checkpoint, log))),
    ),
    'roll-summary.json': [summary],
    'paper-batches.ndjson': batchLines,
    'close.json': [closeRecordText(record)],
    'ballots.ndjson': lines.map(ballotLineText),
    'result.json': [
      resultText({
        format: 'commonthread-result/1',
        election: manifest.election,
        styles: [{ style: 'city', ...recount }],
      }),
    ],
  };
}

/** An export in memory, as a verifier reads it. */
export function sourceOf(files: Readonly<Record<string, readonly string[] | Uint8Array>>): ExportSource {
  return {
    names: async () => Object.keys(files),
    async *open(file) {
      const content = files[file] ?? [];
      if (content instanceof Uint8Array) yield content;
      else for (const line of content) yield utf8(`${line}\n`);
    },
  };
}

function paperBallots({ manifest }: SampleElection, options: SampleOptions): SampleBallot[] {
  return Array.from({ length: options.sheets }, (_, sheet): SampleBallot => {
    const batch = batchOf(sheet, options);
    const serial = `S${String(1000 + sheet * 7)}`;
    const cred = paperCredential(batch, serial);
    const header = { v: 1, election: manifest.election, style: 'city', cred, rev: 1 } as const;
    const choices: readonly Choice[] = options.choose(options.voters + sheet, 1);
    const body = { choices, salt: base64url(newSeed()) };
    const line: Omit<PaperLine, 'leaf'> = { source: 'paper', header, body, batch, serial };
    return { line, commitment: commitmentOf(header, body) };
  });
}

function byCommitment(a: SampleBallot, b: SampleBallot): number {
  const at = a.commitment.findIndex((byte, place) => byte !== b.commitment[place]);
  return a.commitment[at]! - b.commitment[at]!;
}

const batchOf = (sheet: number, { sheets }: SampleOptions): string =>
  sheet * 2 < sheets ? 'hall' : 'library';

/** The second box misses a sheet and says so. */
function sheetBatches(options: SampleOptions): PaperBatch[] {
  const keyed = { hall: 0, library: 0 };
  for (let sheet = 0; sheet < options.sheets; sheet++) keyed[batchOf(sheet, options) as keyof typeof keyed]++;
  return Object.entries(keyed)
    .filter(([, sheets]) => sheets > 0)
    .map(([batch, sheets]) => ({
      ...{ batch, issued: sheets + 3, inBox: sheets, spoiled: 1, returned: 1, keyed: sheets },
      ...(batch === 'hall'
        ? { missing: 1, discrepancy: null }
        : { missing: 0, discrepancy: 'one sheet was not found' }),
    }));
}
