import type { Report } from '@commonthread/ballot-protocol';
import { Injectable } from '@nestjs/common';

import { hideSmallTotal, Roll } from '../roll/index.js';
import type { RoundNow } from '../rounds/index.js';
import { HeldVotesRepository } from './held-votes.repository.js';

/** A vote as it stands when its outcome is prepared. */
export interface VoteFacts {
  /** Whether the export is verified and its ballots can be counted. */
  readonly finished: boolean;
  readonly exportFiles: readonly string[];
  /** `null` where one of them is too small to publish: the total would tell the other. */
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
      channels: totals ? channelsOf(totals) : null,
      electors: styles.reduce((sum, { electors }) => sum + electors, 0) || null,
    };
  }
}

/** Ballots counted by the way they came. */
export function channelsOf(
  totals: Pick<Report['totals'], 'online' | 'superseded' | 'paper'>,
): VoteFacts['channels'] {
  const online = hideSmallTotal(totals.online - totals.superseded);
  const paper = hideSmallTotal(totals.paper);
  return online === null || paper === null ? null : { online, paper };
}
