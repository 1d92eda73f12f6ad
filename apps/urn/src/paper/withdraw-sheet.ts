import { Injectable } from '@nestjs/common';

import type { Turn } from './batch.js';
import { NotThisStep, SamePerson, SheetUnknown } from './paper.errors.js';
import { PaperBatches } from './paper-batches.js';
import { PaperRepository } from './paper.repository.js';

export interface Withdrawal {
  readonly election: string;
  readonly batch: string;
  readonly by: string;
  readonly serial: string;
}

/** Takes a sheet back that the same person has just entered, to enter it rightly. */
@Injectable()
export class WithdrawSheet {
  constructor(
    private readonly batches: PaperBatches,
    private readonly paper: PaperRepository,
  ) {}

  /** @throws BatchUnknown | BatchSealed | NotThisStep | SamePerson | SheetUnknown */
  execute({ election, batch, by, serial }: Withdrawal): Promise<{ turn: Turn; keyed: number }> {
    return this.batches.change(election, batch, async (held, manager) => {
      if (held.secondDone) throw new NotThisStep();
      const turn = held.firstDone ? 2 : 1;
      const keyer = turn === 1 ? held.firstKeyer : held.secondKeyer;
      if (keyer !== null && keyer !== by) throw new SamePerson();
      if (!(await this.paper.withdraw(held, turn, serial, manager))) throw new SheetUnknown(serial);
      return { turn, keyed: (turn === 1 ? held.firstEntered : held.secondEntered) - 1 };
    });
  }
}
