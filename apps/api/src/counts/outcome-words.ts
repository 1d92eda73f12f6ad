import { type Outcome, type TieMet, verdictSentence } from '@commonthread/voting';

import type { CountedProject } from './count.js';
import type { Counted } from './counting/messages.js';
import { moneyWords } from './money-words.js';

/** What a project is called in a sentence. */
export type Titles = ReadonlyMap<string, string>;

/** One row for each project of an outcome, with why it won or lost. */
export function projectRows(
  { outcome, effectiveSupport }: Pick<Counted, 'outcome' | 'effectiveSupport'>,
  titles: Titles,
  currency: string,
): CountedProject[] {
  const format = { money: moneyWords(currency), project: (id: string) => named(id, titles) };
  return outcome.projects.map(({ id, votes, score, funded, order }) => ({
    ballotId: id,
    votes,
    score,
    funded,
    order,
    sentences: [verdictSentence(outcome, id, format), ...nearness(effectiveSupport[id])],
  }));
}

/** How near a loser of Equal Shares came. */
function nearness(percent: number | undefined): string[] {
  if (percent === undefined) return [];
  return [
    `Effective support: ${percent}%. At the prices at which others were funded, its supporters would have paid ${percent}% of its cost.`,
  ];
}

const RESOLVED: Readonly<Record<TieMet['resolvedBy'], string>> = {
  id: 'its number on the ballot paper comes first',
  'min-cost': 'it costs less',
  'max-cost': 'it costs more',
  'max-votes': 'it has more votes',
  lot: 'the published lot put it first',
  'paper-order': 'it stands first on the ballot paper',
};

/** The ties that decided something in the run that gave the winners. */
export function tieSentences(outcome: Outcome, titles: Titles): string[] {
  return outcome.ties
    .filter(({ inFinalRun }) => inFinalRun)
    .map(({ projectIds, chosen, resolvedBy }) => {
      const level = projectIds.map((id) => named(id, titles));
      return `${listed(level)} were exactly level. ${named(chosen, titles)} was taken because ${RESOLVED[resolvedBy]}.`;
    });
}

const named = (id: string, titles: Titles): string => titles.get(id) ?? `project ${id}`;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
