import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { AimDto } from '../indicators/index.js';
import { AimsQueries } from './aims.queries.js';
import { AimsRepository } from './aims.repository.js';
import { type Decision, type DecisionItem, numberWords } from './decision.js';
import { DecisionsRepository } from './decisions.repository.js';
import { type DecisionLetter, decisionLetter } from './letters/decision-letter.js';
import { LettersRepository } from './letters/letters.repository.js';

/** The decision on a round, draft or not, with what it aims at. */
export interface RoundDecision extends Decision {
  /** `D-1`. */
  readonly words: string;
  readonly aims: readonly AimDto[];
}

/** What the features above need to prepare and show the outcome of a round. Drafts too: whoever asks decides who sees them. */
@Injectable()
export class RoundDecisions {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly aims: AimsRepository,
    private readonly shownAims: AimsQueries,
    private readonly letters: LettersRepository,
  ) {}

  async of(roundId: string): Promise<RoundDecision | undefined> {
    const number = await this.decisions.numberOfRound(roundId);
    if (number === undefined) return undefined;
    const decision = await this.decisions.byNumber(number);
    const aims = await this.shownAims.shown(await this.aims.ofDecisions([decision.id]));
    return { ...decision, words: numberWords(number), aims };
  }

  /** Nobody changes its words or aims until the transaction ends. */
  async hold(roundId: string, manager: EntityManager): Promise<void> {
    const number = await this.decisions.numberOfRound(roundId);
    if (number !== undefined) await this.decisions.locked(number, manager);
  }

  /** Letters to everybody who put one of its projects forward, by proposal number. */
  async lettersOf(
    { items, whatNext }: RoundDecision,
    round: string,
    questions: string,
  ): Promise<Map<number, DecisionLetter>> {
    const authored = await this.letters.withAuthors(items.map(({ proposalNumber }) => proposalNumber));
    const to = ({ proposalNumber }: DecisionItem): boolean => authored.has(proposalNumber);
    return new Map(
      items
        .filter(to)
        .map((item) => [item.proposalNumber, decisionLetter({ item, round, whatNext, questions })]),
    );
  }
}
