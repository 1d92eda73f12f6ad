import { DomainError } from '@commonthread/kernel';
import { Injectable, Logger } from '@nestjs/common';

import { AuditLog } from '../../platform/audit/index.js';
import { Roll } from '../../roll/index.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { moreBallotsThanPasses } from './passes-alarm.js';

/** Compares both sides' counts while a vote goes on, and raises the alarm once. */
@Injectable()
export class WatchPasses {
  private readonly log = new Logger('voting');

  constructor(
    private readonly votes: HeldVotesRepository,
    private readonly urn: UrnClient,
    private readonly roll: Roll,
    private readonly audit: AuditLog,
  ) {}

  async execute(roundId: string): Promise<void> {
    const held = await this.votes.of(roundId);
    if (!held || held.stage === 'opening' || held.stage === 'stored') return;
    try {
      // The ballot box first: a pass issued in between can only make the roll's count larger.
      const election = await this.urn.election(roundId);
      if (!moreBallotsThanPasses(await this.roll.summary(roundId), election)) return;
    } catch (error) {
      if (error instanceof DomainError) return; // unreachable: looked at again in a minute
      throw error;
    }
    if (!(await this.votes.alarm(roundId))) return;
    this.log.error(`ALARM ${roundId}: more ballots than passes`);
    await this.audit.append({
      what: 'voting.more-ballots-than-passes',
      actorId: null,
      subject: `round-id:${roundId}`,
    });
  }
}
