import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Elections } from '../elections/index.js';
import type { Batch, Sheet, Turn } from './batch.js';
import { PaperBatches } from './paper-batches.js';
import { NotThisStep, SamePerson } from './paper.errors.js';
import { PaperRepository } from './paper.repository.js';
import { validSheet } from './valid-sheet.js';

export interface Keying {
  readonly election: string;
  readonly batch: string;
  readonly by: string;
  /** Some of the sheets, in any order and number of goes. */
  readonly sheets: readonly Sheet[];
  /** Whether these are this person's last. */
  readonly isLast: boolean;
}

/** Enters sheets, first one person all of them, then another without sight of the first's. */
@Injectable()
export class KeySheets {
  constructor(
    private readonly elections: Elections,
    private readonly batches: PaperBatches,
    private readonly paper: PaperRepository,
  ) {}

  /** @throws BatchUnknown | BatchSealed | SamePerson | NotThisStep | SerialTaken | what the ballot paper refuses */
  async execute({ election, batch, by, sheets, isLast }: Keying): Promise<{ turn: Turn; keyed: number }> {
    const rules = await this.elections.rulesOf(election);
    const valid = sheets.map((sheet) => validSheet(rules, batch, sheet));
    return this.batches.change(election, batch, async (held, manager) => {
      const turn = await this.turnOf(held, by, manager);
      for (const sheet of valid) await this.paper.enter(held, turn, sheet, manager);
      if (isLast) await this.paper.endTurn(held, turn, manager);
      return { turn, keyed: (await this.paper.entries(held, turn, manager)).length };
    });
  }

  private async turnOf(held: Batch, by: string, manager: EntityManager): Promise<Turn> {
    const turn = held.firstDone ? 2 : 1;
    const keyer = turn === 1 ? held.firstKeyer : held.secondKeyer;
    if (held.secondDone) throw new NotThisStep();
    if ((turn === 2 && held.firstKeyer === by) || (keyer !== null && keyer !== by)) throw new SamePerson();
    if (keyer === null) await this.paper.takeTurn(held, turn, by, manager);
    return turn;
  }
}
