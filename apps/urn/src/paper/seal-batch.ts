import {
  addsUp,
  base64url,
  bodyBytes,
  commitmentOf,
  paperCredential,
  readHeader,
} from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import type { Batch, Sheet } from './batch.js';
import { agreedSheets } from './compare-entries.js';
import { PaperBatches } from './paper-batches.js';
import { DifferencesLeft, NotThisStep, SamePerson, TotalsDiffer } from './paper.errors.js';
import { PaperRepository, type SheetLeaf } from './paper.repository.js';

export interface Seal {
  readonly election: string;
  readonly batch: string;
  readonly by: readonly [string, string];
  /** Why the totals do not add up; published. */
  readonly discrepancy: string | null;
}

/** Two people end the work on a batch: its sheets become ballots that go into the log. */
@Injectable()
export class SealBatch {
  constructor(
    private readonly batches: PaperBatches,
    private readonly paper: PaperRepository,
  ) {}

  /** @throws BatchUnknown | BatchSealed | SamePerson | NotThisStep | DifferencesLeft | TotalsDiffer | SerialTaken */
  async execute({ election, batch, by, discrepancy }: Seal): Promise<{ keyed: number }> {
    if (by[0] === by[1]) throw new SamePerson();
    return this.batches.change(election, batch, async (held, manager) => {
      if (!held.secondDone) throw new NotThisStep();
      const { sheets, unsettled } = agreedSheets(
        await this.paper.entries(held, 1, manager),
        await this.paper.entries(held, 2, manager),
        await this.paper.rulings(held, manager),
      );
      if (unsettled.length > 0) throw new DifferencesLeft(unsettled);
      const keyed = sheets.length;
      const isWhole = addsUp({ ...held, keyed });
      if (!isWhole && !discrepancy) throw new TotalsDiffer(keyed, held.inBox);
      const leaves = sheets.map((sheet) => leafOf(held, sheet));
      await this.paper.seal(held, leaves, { by, discrepancy: isWhole ? null : discrepancy }, manager);
      return { keyed };
    });
  }
}

function leafOf({ election, batch }: Batch, { serial, style, choices }: Sheet): SheetLeaf {
  const header = readHeader({ v: 1, election, style, cred: paperCredential(batch, serial), rev: 1 }, 'sheet');
  const body = { choices, salt: base64url(crypto.getRandomValues(new Uint8Array(16))) };
  return {
    serial,
    style,
    body: Buffer.from(bodyBytes(body)).toString('utf8'),
    commitment: commitmentOf(header, body),
  };
}
