import { Injectable } from '@nestjs/common';

import { Roll } from '../roll/index.js';
import type { RoundNow } from '../rounds/index.js';
import { HeldVotesRepository } from './held-votes.repository.js';

/** A vote as it stands when its outcome is prepared. Exact: the export has the same numbers. */
export interface VoteFacts {
  /** Whether the export is verified and its ballots can be counted. */
  readonly finished: boolean;
  readonly exportFiles: readonly string[];
  readonly channels: { readonly online: number; readonly paper: number } | null;
  /** People on the list of voters. */
  readonly electors: number | null;
}

/** What the features above ask about the vote of a round. */
@Injectable()
export class Votes {
  constructor(
    private readonly votes: HeldVotesRepository,
    private readonly roll: Roll,
  ) {}

  /** @returns `null` for an election held elsewhere */
  async of({ id, imported }: RoundNow): Promise<VoteFacts | null> {
    if (imported) return null;
    const held = await this.votes.of(id);
    if (held?.stage !== 'stored') return { finished: false, exportFiles: [], channels: null, electors: null };
    const { styles } = await this.roll.summary(id);
    const totals = held.report?.totals;
    return {
      finished: true,
      exportFiles: held.exportFiles.map(({ file }) => file),
      channels: totals ? { online: totals.online - totals.superseded, paper: totals.paper } : null,
      electors: styles.reduce((sum, { electors }) => sum + electors, 0) || null,
    };
  }
}
