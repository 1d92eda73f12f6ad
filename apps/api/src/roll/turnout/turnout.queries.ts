import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../../identity/index.js';
import { ClaimsRepository, type OwnClaimNow } from '../claims/claims.repository.js';
import { FrozenRepository } from '../passes/frozen.repository.js';
import { type Channel, ParticipationRepository } from '../passes/participation.repository.js';
import { type RollRound, RollRounds } from '../roll-rounds.js';
import { hideSmallCells, hideSmallTotal } from './small-cells.js';
import { WithdrawalsRepository } from '../withdrawals/withdrawals.repository.js';
import { TurnoutRepository } from './turnout.repository.js';

export interface Turnout {
  readonly electors: number;
  /** `null` from 1 to 9. */
  readonly passesOnline: number | null;
  readonly paperIssued: number | null;
  readonly reissues: number;
  readonly days: readonly {
    readonly day: string;
    readonly online: number | null;
    readonly paper: number | null;
  }[];
}

export type WhyNot = 'not-asked' | 'claim-waiting' | 'claim-refused' | 'too-late';

export interface OwnRoll {
  readonly round: RollRound;
  readonly style: string | null;
  readonly pass: Channel | null;
  readonly claim: OwnClaimNow | undefined;
  readonly whyNot: WhyNot | null;
}

export interface RollNow {
  readonly frozen: boolean;
  readonly electors: number;
  readonly styles: readonly { readonly style: string; readonly electors: number }[];
  readonly waiting: number;
  /** Requests to take voters back that the reader may confirm. */
  readonly toConfirm: number;
  readonly passes: number;
  readonly reissues: number;
  /** Whether more than 0.5 % of passes were issued again. */
  readonly reissueAlarm: boolean;
}

const ALARMING_SHARE = 0.005;

@Injectable()
export class TurnoutQueries {
  constructor(
    private readonly rounds: RollRounds,
    private readonly counts: TurnoutRepository,
    private readonly claims: ClaimsRepository,
    private readonly participation: ParticipationRepository,
    private readonly frozen: FrozenRepository,
    private readonly withdrawals: WithdrawalsRepository,
  ) {}

  /** @throws RoundUnknown | NoVoteHere */
  async turnout(slug: string): Promise<Turnout> {
    const { id: election } = await this.rounds.public(slug);
    const [styles, days] = await Promise.all([this.counts.styles(election), this.counts.days(election)]);
    const online = hideSmallCells(days.map((day) => day.online));
    const paper = hideSmallCells(days.map((day) => day.paper));
    return {
      electors: sum(styles.map((style) => style.electors)),
      passesOnline: hideSmallTotal(sum(styles.map((style) => style.online))),
      paperIssued: hideSmallTotal(sum(styles.map((style) => style.paper))),
      reissues: sum(styles.map((style) => style.reissued)),
      days: days.map(({ day }, at) => ({ day, online: online[at] ?? null, paper: paper[at] ?? null })),
    };
  }

  /** @throws RoundUnknown | NoVoteHere */
  async own(user: CurrentUser, slug: string): Promise<OwnRoll> {
    const round = await this.rounds.public(slug);
    const [entry, claim] = await Promise.all([
      this.participation.electorOf(round.id, user.id),
      this.claims.ofPerson(round.id, user.id),
    ]);
    const held = entry && (await this.participation.of(round.id, entry.elector));
    return {
      round,
      style: entry?.style ?? null,
      pass: held?.channel ?? null,
      claim,
      whyNot: entry ? null : whyNot(claim, round.frozen),
    };
  }

  /** For officers and auditors. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async office(user: CurrentUser, slug: string): Promise<RollNow> {
    const { id } = await this.rounds.for(user, ['officer', 'auditor'], slug);
    const [styles, waiting, frozen, toConfirm] = await Promise.all([
      this.counts.styles(id),
      this.claims.countWaiting(id),
      this.frozen.isFrozen(id),
      this.withdrawals.countWaitingFor(id, user.id),
    ]);
    const reissues = sum(styles.map(({ reissued }) => reissued));
    const passes = sum(styles.map(({ online, paper }) => online + paper));
    return {
      frozen,
      electors: sum(styles.map(({ electors }) => electors)),
      styles,
      waiting,
      toConfirm,
      passes,
      reissues,
      reissueAlarm: reissues > passes * ALARMING_SHARE,
    };
  }
}

function whyNot(claim: OwnClaimNow | undefined, frozen: boolean): WhyNot {
  if (claim?.stage === 'refused') return 'claim-refused';
  if (frozen) return 'too-late';
  return claim ? 'claim-waiting' : 'not-asked';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
