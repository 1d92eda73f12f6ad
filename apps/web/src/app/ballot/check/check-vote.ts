import { inject, Injectable } from '@angular/core';
import {
  base64url,
  commitmentFrom,
  commitmentOf,
  credentialFrom,
  fromBase64url,
  LogEvidenceInvalid,
  readBallotLine,
  verifyReceipt,
  type BallotLine,
  type Choice,
  type Manifest,
} from '@commonthread/ballot-protocol';
import type { OpenedElection } from '../elections.js';
import { ByCode } from '../protocol/by-code.js';
import { LogWatch, type FoundInLog } from '../protocol/log-watch.js';
import { Urn } from '../protocol/urn.js';
import type { Proof } from './read-proof.js';

/** What could be found out about a vote, each part proved in this browser. */
export interface Checked {
  /** Whether the ballot box's signature on the receipt was checked; null where there was none. */
  readonly signed: true | null;
  /** For a change code: the version that counts now. */
  readonly rev: number | null;
  /** Where in the log; null while it is not there. `unasked` with a change code before the ballots are published. */
  readonly inLog: FoundInLog | null | 'unasked';
  /** From the published ballots. */
  readonly published: Published | null;
}

export interface Published {
  /** Whether this version is the last one, and so the one that counts. */
  readonly counts: boolean;
  readonly rev: number;
  readonly style: string;
  /** Only of the version that counts. */
  readonly choices: readonly Choice[] | null;
}

/** The receipt is for another election. */
export class OtherElection extends Error {}

@Injectable({ providedIn: 'root' })
export class CheckVote {
  private readonly urn = inject(Urn);
  private readonly watch = inject(LogWatch);
  private readonly byCode = inject(ByCode);

  /**
   * @returns null for a change code with which no vote was cast
   * @throws OtherElection | LogEvidenceInvalid | SplitView | UrnRefused
   */
  async execute({ manifest, state }: OpenedElection, proof: Proof): Promise<Checked | null> {
    const isOver = state === 'finished';
    if (proof.kind === 'code') return this.code(manifest, proof.code, isOver);
    const signed = proof.kind === 'receipt' ? await requireSigned(manifest, proof) : null;
    const commitment = proof.kind === 'receipt' ? proof.receipt.commitment : proof.commitment;
    const inLog = await this.watch.find(manifest, commitment);
    const lines = isOver && inLog ? await this.urn.ballots(manifest.election) : null;
    const published = inLog && lines ? this.lineAt(lines, inLog.index, commitment) : null;
    return { signed, rev: published?.rev ?? null, inLog, published };
  }

  private async code(manifest: Manifest, code: string, isOver: boolean): Promise<Checked | null> {
    const vote = await this.byCode.find(manifest, code);
    if (!vote) return null;
    const { rev } = vote;
    const text = isOver ? await this.urn.ballots(manifest.election) : null;
    if (!text) return { signed: null, rev, inLog: 'unasked', published: null };
    const cred = base64url(credentialFrom(fromBase64url(vote.seed, 16)).publicKey);
    const mine = linesOf(text, cred).find((line) => line.header.rev === rev);
    // The ballot box took it and the published ballots do not have it.
    if (!mine) throw new LogEvidenceInvalid('inclusion');
    const inLog = await this.watch.find(manifest, commitmentOfLine(mine));
    return { signed: null, rev, inLog, published: published(mine) };
  }

  private lineAt(text: string, leaf: number, commitment: string): Published {
    const found = text.split('\n')[leaf - 1];
    const line = found ? readBallotLine(JSON.parse(found), 'ballots') : null;
    if (!line || line.leaf !== leaf || commitmentOfLine(line) !== commitment)
      throw new LogEvidenceInvalid('inclusion');
    return published(line);
  }
}

async function requireSigned(
  { election, log }: Manifest,
  { receipt }: Extract<Proof, { kind: 'receipt' }>,
): Promise<true> {
  if (receipt.election !== election) throw new OtherElection();
  if (await verifyReceipt(fromBase64url(log.key, 32), receipt)) return true;
  throw new LogEvidenceInvalid('receipt');
}

function linesOf(text: string, cred: string): BallotLine[] {
  return text
    .split('\n')
    .filter((line) => line.includes(cred))
    .map((line) => readBallotLine(JSON.parse(line), 'ballots'));
}

function commitmentOfLine(line: BallotLine): string {
  return base64url(
    'body' in line
      ? commitmentOf(line.header, line.body)
      : commitmentFrom(line.header, fromBase64url(line.bodySha256, 32)),
  );
}

function published(line: BallotLine): Published {
  const { rev, style } = line.header;
  return 'body' in line
    ? { counts: true, rev, style, choices: line.body.choices }
    : { counts: false, rev, style, choices: null };
}
