import { Injectable } from '@nestjs/common';

import { Elections } from '../elections/index.js';
import type { Ruling } from './batch.js';
import { differences, type SettledDifference } from './compare-entries.js';
import { PaperBatches } from './paper-batches.js';
import { NotThisStep, SamePerson } from './paper.errors.js';
import { PaperRepository } from './paper.repository.js';
import { validSheet } from './valid-sheet.js';

export interface Settlement {
  readonly election: string;
  readonly batch: string;
  readonly by: string;
  readonly reason: string;
  readonly rulings: readonly Ruling[];
}

/** A third person looks at the sheets that were entered differently and says what is on them. */
@Injectable()
export class SettleDifferences {
  constructor(
    private readonly elections: Elections,
    private readonly batches: PaperBatches,
    private readonly paper: PaperRepository,
  ) {}

  /** Both readings of every sheet that differs. @throws BatchUnknown | BatchSealed | NotThisStep before both are done */
  differences(election: string, batch: string): Promise<SettledDifference[]> {
    return this.batches.change(election, batch, async (held, manager) => {
      if (!held.secondDone) throw new NotThisStep();
      const rulings = await this.paper.rulings(held, manager);
      return differences(
        await this.paper.entries(held, 1, manager),
        await this.paper.entries(held, 2, manager),
      ).map((difference) => ({
        ...difference,
        ruling: rulings.find(({ serial }) => serial === difference.serial) ?? null,
      }));
    });
  }

  /** @throws BatchUnknown | BatchSealed | NotThisStep | SamePerson | what the ballot paper refuses */
  async execute({ election, batch, by, reason, rulings }: Settlement): Promise<void> {
    const rules = await this.elections.rulesOf(election);
    const valid = rulings.map(({ serial, sheet }) => ({
      serial,
      sheet: sheet && validSheet(rules, batch, { ...sheet, serial }),
    }));
    await this.batches.change(election, batch, async (held, manager) => {
      if (!held.secondDone) throw new NotThisStep();
      if (by === held.firstKeyer || by === held.secondKeyer) throw new SamePerson();
      for (const ruling of valid) await this.paper.rule(held, ruling, { by, reason }, manager);
    });
  }
}
