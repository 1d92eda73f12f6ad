import {
  ballotLineText,
  base64url,
  checkpointLineText,
  EXPORT_FILES,
  sha256,
  utf8,
  type BallotBody,
  type BallotLine,
  type ExportFile,
} from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { Elections } from '../elections/index.js';
import { LogRepository } from '../log/index.js';
import { CountResult } from './count-result.js';
import { NotPublished, TooFewToPublish } from './publish.errors.js';
import { type LoggedBallot, PublishRepository } from './publish.repository.js';

/** Below this the public gets totals alone. */
export const LEAST_TO_PUBLISH = 30;

/** The files of an export, as text in pieces. Nothing is there before the election is finished. */
@Injectable()
export class ExportQueries {
  constructor(
    private readonly elections: Elections,
    private readonly log: LogRepository,
    private readonly repository: PublishRepository,
    private readonly countResult: CountResult,
  ) {}

  /**
   * @param file one of `EXPORT_FILES`
   * @param whole for named scrutineers: also the ballots of a small election
   * @throws ElectionUnknown | NotPublished | TooFewToPublish
   */
  async file(election: string, file: string, whole = false): Promise<AsyncIterable<string>> {
    const { manifestText } = await this.elections.byId(election);
    const closing = await this.repository.closing(election);
    if (!closing || !isExportFile(file)) throw new NotPublished();
    switch (file) {
      case 'manifest.json':
        return once(`${manifestText}\n`);
      case 'checkpoints.ndjson':
        return once(
          (await this.log.checkpoints(election)).map(({ note }) => `${checkpointLineText(note)}\n`).join(''),
        );
      case 'roll-summary.json':
        return once(closing.rollSummary);
      case 'paper-batches.ndjson':
        return once(closing.paperBatches);
      case 'close.json':
        return once(`${closing.record}\n`);
      case 'result.json':
        return once(`${await this.countResult.execute(election)}\n`);
      case 'ballots.ndjson':
        if (closing.counted < LEAST_TO_PUBLISH && !whole) throw new TooFewToPublish(LEAST_TO_PUBLISH);
        return this.ballots(election);
    }
  }

  private async *ballots(election: string): AsyncGenerator<string> {
    for await (const page of this.repository.ballots(election)) {
      yield page.map((ballot) => `${ballotLineText(lineOf(election, ballot))}\n`).join('');
    }
  }
}

const isExportFile = (name: string): name is ExportFile => (EXPORT_FILES as readonly string[]).includes(name);

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function lineOf(election: string, ballot: LoggedBallot): BallotLine {
  const { idx: leaf, style, rev, body: text } = ballot;
  const header = { v: 1, election, style, cred: base64url(ballot.cred), rev } as const;
  const body = JSON.parse(text) as BallotBody;
  if (ballot.source === 'paper') {
    return { leaf, source: 'paper', header, body, batch: ballot.batch!, serial: ballot.serial! };
  }
  const online = {
    leaf,
    source: 'online',
    header,
    credSig: base64url(ballot.credSig!),
    passPrefix: base64url(ballot.passPrefix!),
    passSig: base64url(ballot.passSig!),
  } as const;
  return ballot.counts ? { ...online, body } : { ...online, bodySha256: base64url(sha256(utf8(text))) };
}
