import {
  type PbHead,
  type PbProjectText,
  PbReader,
  type PbSummary,
  type PbVote,
  toElection,
} from '@commonthread/pabulib';
import { type Encoding, TextReader } from '@commonthread/kernel/text-files';
import type { Ballot } from '@commonthread/voting';

/** What one reading of the whole file found. The ballots themselves are not kept. */
export interface ReadFile extends PbSummary {
  readonly projects: readonly PbProjectText[];
  readonly ballots: number;
  /** Columns of VOTES, which say something about persons; they are never stored. */
  readonly droppedColumns: readonly string[];
}

/**
 * Reads a file from end to end without keeping a ballot.
 *
 * @param told called after each piece with the bytes read so far
 * @throws PbMalformed with every fault
 */
export async function readWhole(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  told: (bytes: number) => void,
): Promise<ReadFile> {
  const projects: PbProjectText[] = [];
  let ballots = 0;
  const reader = new PbReader({ project: (project) => projects.push(project), vote: () => (ballots += 1) });
  let bytes = 0;
  for await (const [text, length] of decoded(pieces, encoding)) {
    reader.push(text);
    told((bytes += length));
  }
  const summary = reader.end();
  return { ...summary, projects, ballots, droppedColumns: summary.otherVoteColumns };
}

/** Reads the ballots of a file that {@link readWhole} has found good, with nothing but choices and points. */
export async function* readBallots(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  { head, projects }: { readonly head: PbHead; readonly projects: readonly PbProjectText[] },
): AsyncGenerator<Ballot> {
  let votes: PbVote[] = [];
  const reader = new PbReader({ vote: (vote) => votes.push(vote) });
  const ballotsOf = (some: readonly PbVote[]): readonly Ballot[] =>
    toElection({ ...head, projects, votes: some, otherProjectColumns: [], otherVoteColumns: [] }).ballots;
  for await (const [text] of decoded(pieces, encoding)) {
    reader.push(text);
    yield* ballotsOf(votes);
    votes = [];
  }
  reader.end();
  yield* ballotsOf(votes);
}

async function* decoded(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<[text: string, bytes: number]> {
  const reader = new TextReader(encoding);
  for await (const piece of pieces) yield [reader.push(piece), piece.length];
  yield [reader.end(), 0];
}
