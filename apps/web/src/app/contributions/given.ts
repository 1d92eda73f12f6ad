import { type Standing, standingName } from '../shell/standing-words.js';
import type { Contribution } from './contributions-api.js';

/** Several things one person gave to one proposal, or their part in one vote. */
export interface Given {
  readonly key: string;
  readonly first: Contribution;
  readonly sentences: readonly string[];
}

/** What somebody gave in one round, in the order in which it came. */
export interface GivenRound {
  readonly slug: string;
  readonly title: string;
  readonly given: readonly Given[];
}

/** @param contributions newest first */
export function together(contributions: readonly Contribution[]): Given[] {
  const given = new Map<string, Given>();
  for (const one of contributions) {
    const key = one.proposalNumber === null ? `round ${one.roundSlug}` : `proposal ${one.proposalNumber}`;
    const known = given.get(key);
    given.set(key, {
      key,
      first: known?.first ?? one,
      sentences: [...(known?.sentences ?? []), sentence(one)],
    });
  }
  return [...given.values()];
}

/** Round by round, the one of the newest first. */
export function byRound(given: readonly Given[]): GivenRound[] {
  const rounds = new Map<string, Given[]>();
  for (const one of given) {
    const known = rounds.get(one.first.roundSlug);
    if (known) known.push(one);
    else rounds.set(one.first.roundSlug, [one]);
  }
  return [...rounds].map(([slug, within]) => ({ slug, title: within[0]!.first.roundTitle, given: within }));
}

/** How many stand where, most first. */
export function standingsOf(given: readonly Given[]): { standing: Standing; name: string; count: number }[] {
  const counts = new Map<Standing, number>();
  for (const { first } of given) counts.set(first.standing, (counts.get(first.standing) ?? 0) + 1);
  return [...counts]
    .map(([standing, count]) => ({ standing, count, name: standingName(standing) }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function sentence({ kind }: Contribution): string {
  return {
    author: $localize`You put this forward.`,
    support: $localize`You supported this.`,
    comment: $localize`You commented on this.`,
    vote: $localize`You took part in this vote: a ballot was given out in your name. How you voted is not kept with your account.`,
  }[kind];
}
