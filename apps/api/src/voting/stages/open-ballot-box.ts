import { hex, manifestHash, manifestText } from '@commonthread/ballot-protocol';
import type { Json } from '@commonthread/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AuditLog } from '../../platform/audit/index.js';
import { BallotProjects } from '../../proposals/index.js';
import { Roll } from '../../roll/index.js';
import type { RoundNow } from '../../rounds/index.js';
import type { HeldVote } from '../held-vote.js';
import { HeldVotesRepository } from '../held-votes.repository.js';
import { UrnClient } from '../urn/urn-client.js';
import { manifestOf } from './manifest-of.js';

/** Freezes the roll and gives the ballot box its manifest. */
@Injectable()
export class OpenBallotBox {
  constructor(
    private readonly votes: HeldVotesRepository,
    private readonly roll: Roll,
    private readonly projects: BallotProjects,
    private readonly urn: UrnClient,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RollNotDue | FormatInvalid | UrnUnreachable | UrnRefused */
  async execute(held: HeldVote, round: RoundNow, manager: EntityManager): Promise<void> {
    const text = held.manifest ?? (await this.fix(round));
    await this.urn.open(JSON.parse(text) as Json);
    await this.votes.goOn(round.id, 'open', manager);
    await this.audit.append(
      {
        what: 'voting.opened',
        actorId: null,
        subject: `round:${round.slug}`,
        facts: { paperSha256: round.paperSha256 },
      },
      manager,
    );
  }

  /** Kept before it is sent: an answer that got lost must not lead to a second manifest. */
  private async fix(round: RoundNow): Promise<string> {
    await this.roll.freeze(round.id);
    const manifest = manifestOf({
      round,
      projects: await this.projects.ofRound(round.id),
      keys: await this.roll.issuerKeys(round.id),
      log: await this.urn.log(round.id),
    });
    const text = manifestText(manifest);
    await this.votes.keepManifest(round.id, text, hex(manifestHash(manifest)), manifest.closesAt);
    return text;
  }
}
