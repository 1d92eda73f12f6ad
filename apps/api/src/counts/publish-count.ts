import { Injectable } from '@nestjs/common';
import { canonicalJson, type Json } from '@commonthread/kernel';
import { DataSource, type EntityManager } from 'typeorm';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { NoteCountPublished, type RoundNow, Rounds } from '../rounds/index.js';
import type { Count } from './count.js';
import { CountNotSignedOff, NotTheRuleOfTheRound } from './counts.errors.js';
import { CountsRepository } from './counts.repository.js';
import { moneyLeftWords } from './money-words.js';

/** Shows a signed-off count to everybody. From then on anyone can take the ballots and count again. */
@Injectable()
export class PublishCount {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly counts: CountsRepository,
    private readonly noteCountPublished: NoteCountPublished,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CountNotFound | RoleMissing | SecondFactorNeeded | CountNotSignedOff | NotTheRuleOfTheRound | AnotherCountPublished */
  async execute(user: CurrentUser, countId: string): Promise<void> {
    const { roundId } = await this.counts.byId(countId);
    const round = await this.rounds.byId(roundId);
    await this.authority.mustHold(user, 'officer', round.placeId);

    await this.database.transaction((manager) => this.within(user, countId, round, manager));
  }

  /** As part of a greater act, whose officers were asked for. @throws CountNotSignedOff | NotTheRuleOfTheRound | AnotherCountPublished */
  async within(user: CurrentUser, countId: string, round: RoundNow, manager: EntityManager): Promise<void> {
    const count = await this.counts.locked(countId, manager);
    if (count.state !== 'signed-off') throw new CountNotSignedOff();
    if (!mayCountBy(count, round)) throw new NotTheRuleOfTheRound();

    await this.counts.publish(countId, manager);
    const { outcome } = await this.counts.resultOf(countId);
    await this.noteCountPublished.execute(round.id, countId, moneyLeftWords(outcome, round), manager);
    await this.audit.append(
      {
        what: 'count.published',
        actorId: user.id,
        subject: `count:${countId}`,
        facts: { round: round.slug },
      },
      manager,
    );
  }
}

/** A vote held here is counted as its paper promised; one held elsewhere may be counted again by any rule. */
export function mayCountBy({ rule }: Pick<Count, 'rule'>, round: RoundNow): boolean {
  return round.imported || canonical(rule) === canonical(round.rule);
}

const canonical = (rule: object): string => canonicalJson(rule as Json);
