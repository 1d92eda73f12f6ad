import { Injectable } from '@nestjs/common';

import type { AimDto } from '../indicators/index.js';
import { AimsQueries } from './aims.queries.js';
import { AimsRepository } from './aims.repository.js';
import { numberOf } from './decision.js';
import { DecisionsRepository } from './decisions.repository.js';

/** A published decision in short, with what it will be held to. */
export interface PublishedDecision {
  /** `D-1`. */
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: Date | null;
  readonly aims: readonly AimDto[];
}

/** What features above show of decisions: published ones alone. */
@Injectable()
export class PublishedDecisions {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly aims: AimsRepository,
    private readonly shownAims: AimsQueries,
  ) {}

  /** @param words `D-1`; what is not published or unknown is left out */
  async byNumbers(words: readonly string[]): Promise<ReadonlyMap<string, PublishedDecision>> {
    const numbers = [...new Set(words)];
    const found = await Promise.all(numbers.map((number) => this.decisions.byNumber(numberOf(number))));
    const published = found.filter(({ state }) => state !== 'draft');
    const aims = await this.shownAims.shown(await this.aims.ofDecisions(published.map(({ id }) => id)));
    return new Map(
      published.map(({ number: nth, title, summary, publishedAt }) => {
        const number = `D-${nth}`;
        const own = aims.filter(({ decisionNumber }) => decisionNumber === number);
        return [number, { number, title, summary, publishedAt, aims: own }];
      }),
    );
  }
}
