import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Authority, type CurrentUser, type Role } from '../identity/index.js';
import { type RoundNow, Rounds, RoundUnknown } from '../rounds/index.js';
import { NoVoteHere, RollFrozen } from './roll.errors.js';

/** What of a round matters to its roll. */
export interface RollRound extends RoundNow {
  /** By the timetable: age is counted on that day. */
  readonly votingOpensAt: Date;
  /** Whether voting has opened, now or in the past, or never will. */
  readonly frozen: boolean;
}

/** Rounds as the roll sees them: only those that are voted on here, drafts only for who may change them. */
@Injectable()
export class RollRounds {
  constructor(
    private readonly rounds: Rounds,
    private readonly authority: Authority,
  ) {}

  /** @throws RoundUnknown, also for a draft | NoVoteHere */
  async public(slug: string): Promise<RollRound> {
    const round = rollRound(await this.rounds.bySlug(slug));
    if (round.state === 'draft') throw new RoundUnknown();
    return round;
  }

  /** For acts of people with a role there. @throws RoundUnknown | NoVoteHere | RoleMissing | SecondFactorNeeded */
  async for(user: CurrentUser, roles: Role | readonly Role[], slug: string): Promise<RollRound> {
    const found = await this.rounds.bySlug(slug);
    const may = await this.authority.holds(user, roles, found.placeId);
    if (!may && found.state === 'draft') throw new RoundUnknown();
    if (!may) await this.authority.mustHold(user, roles, found.placeId);
    return rollRound(found);
  }

  /** Holds the round, so that it cannot freeze before the transaction ends. @throws RollFrozen */
  async changeable(id: string, manager: EntityManager): Promise<RollRound> {
    const round = rollRound(await this.rounds.locked(id, manager));
    if (round.frozen) throw new RollFrozen();
    return round;
  }

  async byId(id: string): Promise<RollRound> {
    return rollRound(await this.rounds.byId(id));
  }

  /** Holds the round until the transaction ends. */
  async locked(id: string, manager: EntityManager): Promise<RollRound> {
    return rollRound(await this.rounds.locked(id, manager));
  }
}

const CHANGEABLE: ReadonlySet<string> = new Set(['draft', 'ideas', 'review']);

function rollRound(round: RoundNow): RollRound {
  const voting = round.phases.find(({ kind }) => kind === 'voting');
  if (!voting || round.imported) throw new NoVoteHere();
  const frozen = !CHANGEABLE.has(round.state) || round.paperSha256 !== null;
  return { ...round, votingOpensAt: voting.opensAt, frozen };
}
