import { isFunded, type Draft } from '../../counting/draft.js';
import type { Tally } from '../../counting/tally.js';
import type { Reason } from '../../model/outcome.js';
import type { GreedySpec } from '../../model/rule-spec.js';

/** Limits on the money for one category or neighbourhood. */
export interface Caps {
  /** Why funding p now would break a limit, or null. */
  readonly reason: (p: number) => Reason | null;
  /** Ends the count in the groups p does not fit, so that no later project passes it. */
  readonly close: (p: number) => void;
}

export const noCaps: Caps = { reason: () => null, close: () => undefined };

interface Group {
  readonly of: 'category' | 'neighbourhood';
  readonly name: string;
  readonly capMinor: number;
}

export function capsOf(
  draft: Draft,
  tally: Tally,
  spec: Pick<GreedySpec, 'categoryCaps' | 'neighbourhoodCaps'>,
): Caps {
  const groups = tally.ids.map((_, p) => cappedGroups(tally, p, spec));
  const closedAt = new Map<string, number>();
  const left = (group: Group) =>
    tally.costs.reduce(
      (rest, cost, q) => (isFunded(draft, q) && groups[q]!.some(same(group)) ? rest - cost : rest),
      group.capMinor,
    );
  return {
    reason: (p) => {
      for (const group of groups[p]!) {
        const at = closedAt.get(keyOf(group));
        const rest = left(group);
        if (at !== undefined) {
          return { kind: 'count-stopped', atProjectId: tally.ids[at]!, remainingMinor: rest };
        }
        if (tally.costs[p]! > rest) {
          const { of, name, capMinor } = group;
          return { kind: 'group-cap', of, group: name, capMinor, shortMinor: tally.costs[p]! - rest };
        }
      }
      return null;
    },
    close: (p) => {
      for (const group of groups[p]!) {
        if (tally.costs[p]! > left(group) && !closedAt.has(keyOf(group))) closedAt.set(keyOf(group), p);
      }
    },
  };
}

function cappedGroups(
  tally: Tally,
  p: number,
  { categoryCaps, neighbourhoodCaps }: Pick<GreedySpec, 'categoryCaps' | 'neighbourhoodCaps'>,
): Group[] {
  const { categories = [], neighbourhood } = tally.election.projects[p]!;
  const places = neighbourhood === undefined ? [] : [neighbourhood];
  return [
    ...categories
      .filter((name) => Object.hasOwn(categoryCaps, name))
      .map((name): Group => ({ of: 'category', name, capMinor: categoryCaps[name]! })),
    ...places
      .filter((name) => Object.hasOwn(neighbourhoodCaps, name))
      .map((name): Group => ({ of: 'neighbourhood', name, capMinor: neighbourhoodCaps[name]! })),
  ];
}

function keyOf({ of, name }: Group): string {
  return `${of}:${name}`;
}

function same(group: Group): (other: Group) => boolean {
  return (other) => keyOf(other) === keyOf(group);
}
