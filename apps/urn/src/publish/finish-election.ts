import {
  checkpointsDigest,
  closeRecordText,
  hex,
  paperBatchText,
  readCloseRecord,
  readRollSummary,
  rollSummaryText,
  sha256,
  sha256OfText,
  utf8,
  type CloseRecord,
} from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Elections, type Election } from '../elections/index.js';
import { LogRepository, LogWriter, WaitingBallotsRepository } from '../log/index.js';
import { PaperRepository } from '../paper/index.js';
import { CountResult } from './count-result.js';
import { NotReadyToFinish } from './publish.errors.js';
import { PublishRepository } from './publish.repository.js';

/** Writes the last entry of the log: what was there when voting ended. From then on everything can be published. */
@Injectable()
export class FinishElection {
  constructor(
    private readonly elections: Elections,
    private readonly log: LogRepository,
    private readonly writer: LogWriter,
    private readonly ballots: WaitingBallotsRepository,
    private readonly paper: PaperRepository,
    private readonly repository: PublishRepository,
    private readonly countResult: CountResult,
  ) {}

  /**
   * @param rollSummary what the roll says about who took part, counts only
   * @throws ElectionUnknown | FormatInvalid | NotReadyToFinish | LogInIncident
   */
  async execute(id: string, rollSummary: unknown): Promise<void> {
    const summary = `${rollSummaryText(readRollSummary(rollSummary, 'rollSummary'))}\n`;
    await this.elections.byId(id);
    await this.writer.extend(id, async (manager, size) => {
      const paperBatches = await this.sealedBatches(id, manager);
      const election = await this.closed(id, manager);
      const last = await this.ballots.shuffleIn(id, size, manager);
      const totals = await this.repository.totals(id, manager);
      const checkpoints = await this.log.checkpoints(id, manager);
      const record = closeRecordText(
        readCloseRecord(
          {
            format: 'commonthread-close/1',
            election: id,
            closedAt: election.closedAt!.toISOString(),
            manifestSha256: hex(election.manifestSha256),
            ...totals,
            checkpoints: checkpoints.length,
            checkpointsSha256: checkpointsDigest(
              checkpoints.map((checkpoint) => ({
                size: checkpoint.size,
                root: Uint8Array.from(checkpoint.root),
              })),
            ),
            rollSummarySha256: sha256OfText(summary),
            paperBatchesSha256: sha256OfText(paperBatches),
          } satisfies CloseRecord,
          'close',
        ),
      );
      const closing = {
        idx: size + last.length,
        record,
        rollSummary: summary,
        paperBatches,
        counted: totals.credentials + totals.paper,
        result: null,
      };
      await this.repository.finish(id, closing, manager);
      return [...last, sha256(utf8(record))];
    });
    await this.countResult.execute(id);
  }

  private async closed(id: string, manager: EntityManager): Promise<Election> {
    const state = await this.repository.stateOf(id, manager);
    if (state !== 'closed') throw new NotReadyToFinish(state === 'finished' ? 'finished' : 'open');
    return this.elections.byId(id);
  }

  /** The file of paper batches. */
  private async sealedBatches(id: string, manager: EntityManager): Promise<string> {
    const batches = await this.paper.all(id, manager);
    return batches
      .map(({ batch, issued, inBox, spoiled, returned, missing, keyed, discrepancy, sealedBy }) => {
        if (!sealedBy || keyed === null) throw new NotReadyToFinish('paper');
        return `${paperBatchText({ batch, issued, inBox, spoiled, returned, missing, keyed, discrepancy })}\n`;
      })
      .join('');
  }
}
