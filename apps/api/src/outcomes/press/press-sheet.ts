import { RULES } from '@commonthread/voting';

import type { Count } from '../../counts/index.js';
import type { RoundDecision } from '../../decisions/index.js';
import { type PlaceRef, PlaceRefDto } from '../../places/index.js';
import type { Contact } from '../../platform/config/index.js';
import type { RoundNow } from '../../rounds/index.js';
import type { VoteFacts } from '../../voting/index.js';
import type { PressItemDto, PressSheetDto } from './press.dto.js';

export interface SheetFacts {
  readonly round: RoundNow;
  readonly place: PlaceRef;
  readonly decision: RoundDecision;
  readonly count: Pick<Count, 'id' | 'rule'>;
  /** Ballots counted. */
  readonly voters: number;
  readonly vote: VoteFacts | null;
  readonly contact: Contact;
}

/** A round's outcome on one sheet: figures and reasons, all of them from the records. */
export function pressSheet({
  round,
  place,
  decision,
  count,
  voters,
  vote,
  contact,
}: SheetFacts): PressSheetDto {
  const chosen = decision.items.filter((item) => item.chosen);
  return {
    roundSlug: round.slug,
    roundTitle: round.title,
    place: PlaceRefDto.of(place),
    invented: round.invented,
    draft: decision.state === 'draft',
    decisionNumber: decision.words,
    publishedAt: decision.publishedAt?.toISOString() ?? null,
    title: decision.title,
    summary: decision.summary,
    currency: round.currency,
    budgetPence: round.budgetPence,
    spendPence: chosen.reduce((sum, { costPence }) => sum + costPence, 0),
    voters: {
      total: voters,
      online: vote?.channels?.online ?? null,
      paper: vote?.channels?.paper ?? null,
      electors: vote?.electors ?? null,
    },
    chosen: chosen.map(lineOf),
    notChosen: decision.items.filter((item) => !item.chosen).map(lineOf),
    aims: [...decision.aims],
    ruleTitle: RULES[count.rule.rule].title,
    countId: count.id,
    contact: { ...contact },
  };
}

function lineOf(item: RoundDecision['items'][number]): PressItemDto {
  const { proposalNumber, shownTitle: title, costPence, votes, shownReason } = item;
  return { proposalNumber, title, costPence, votes, why: inALine(shownReason) };
}

const LONGEST_LINE = 180;

/** The first sentence, or as many of its words as fit a line. */
export function inALine(reason: string): string {
  const text = reason.replace(/\s+/g, ' ').trim();
  const [first = ''] = text.split(/(?<=[.!?]) /);
  if (first.length <= LONGEST_LINE) return first;
  return `${first.slice(0, first.lastIndexOf(' ', LONGEST_LINE - 1))} …`;
}
