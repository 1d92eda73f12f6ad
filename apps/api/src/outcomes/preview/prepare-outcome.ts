import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Count, CountsRepository, mayCountBy } from '../../counts/index.js';
import {
  type DecisionLetter,
  questionsTo,
  type RoundDecision,
  RoundDecisions,
} from '../../decisions/index.js';
import { type Config, CONFIG, type Contact } from '../../platform/config/index.js';
import type { RoundNow } from '../../rounds/index.js';
import { type VoteFacts, Votes } from '../../voting/index.js';
import type { PressSheetDto } from '../press/press.dto.js';
import { PressSheets } from '../press/press-sheets.js';
import { digestOf } from './digest-of.js';
import { type Need, readiness } from './readiness.js';

/** Everything that would go out if the outcome were published now, and what is missing for that. */
export interface Prepared {
  readonly needs: readonly Need[];
  readonly vote: VoteFacts | null;
  /** The decision's own, or the one a decision would be drafted from. */
  readonly count: Count | undefined;
  readonly decision: RoundDecision | undefined;
  /** By proposal number. */
  readonly letters: ReadonlyMap<number, DecisionLetter>;
  readonly sheet: PressSheetDto | undefined;
  /** Fingerprint of all of it; `undefined` while something is missing. */
  readonly digest: string | undefined;
  /** Whom everybody is told to ask. */
  readonly contact: Contact;
}

/** Looks at everything a round's outcome consists of, the same way for the page and for the act. */
@Injectable()
export class PrepareOutcome {
  constructor(
    private readonly counts: CountsRepository,
    private readonly decisions: RoundDecisions,
    private readonly votes: Votes,
    private readonly sheets: PressSheets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same, and nobody changes the words and aims until the transaction ends. */
  async held(round: RoundNow, manager: EntityManager): Promise<Prepared> {
    await this.decisions.hold(round.id, manager);
    return this.of(round);
  }

  async of(round: RoundNow): Promise<Prepared> {
    const [vote, decision] = await Promise.all([this.votes.of(round), this.decisions.of(round.id)]);
    const count = await this.countOf(round, decision);
    const { contact } = this.config;
    const questions = questionsTo(contact);
    const letters = decision
      ? await this.decisions.lettersOf(decision, round.title, questions)
      : new Map<number, DecisionLetter>();
    const sheet = decision && count ? await this.sheets.of(round, decision, count) : undefined;
    const needs = readiness({
      voteFinished: vote && vote.finished,
      countSigned: count !== undefined && isSigned(count) && mayCountBy(count, round),
      decision,
      letters,
    });
    const ready = needs.every(({ met }) => met);
    const digest =
      ready && count && decision && sheet ? digestOf(count, decision, letters, sheet) : undefined;
    return { needs, vote, count, decision, letters, sheet, digest, contact };
  }

  private async countOf(round: RoundNow, decision: RoundDecision | undefined): Promise<Count | undefined> {
    if (decision) return this.counts.byId(decision.countId);
    const counts = await this.counts.ofRound(round.id);
    return counts.find(({ state }) => state === 'published') ?? counts.find(isSigned) ?? counts[0];
  }
}

const isSigned = ({ state }: Count): boolean => state === 'signed-off' || state === 'published';
