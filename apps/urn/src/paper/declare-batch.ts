import { paperCredential } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { Elections } from '../elections/index.js';
import { BatchRefused, SamePerson } from './paper.errors.js';
import { PaperRepository } from './paper.repository.js';

/** Whole numbers >= 0, counted by hand before anybody enters a sheet. */
export interface Declaration {
  readonly batch: string;
  readonly issued: number;
  readonly inBox: number;
  readonly spoiled: number;
  readonly returned: number;
  readonly missing: number;
  readonly countedBy: readonly [string, string];
}

/** Two people have counted the box and say what was in it. */
@Injectable()
export class DeclareBatch {
  constructor(
    private readonly elections: Elections,
    private readonly paper: PaperRepository,
  ) {}

  /** @throws ElectionUnknown | FormatInvalid | SamePerson | BatchRefused */
  async execute(election: string, { countedBy, ...batch }: Declaration): Promise<void> {
    await this.elections.byId(election);
    paperCredential(batch.batch, '0000');
    if (countedBy[0] === countedBy[1]) throw new SamePerson();
    if (!(await this.paper.declare(batch, election, countedBy))) throw new BatchRefused();
  }
}
