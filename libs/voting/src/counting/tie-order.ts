import { sha256Hex } from '../exact/sha256.js';
import type { RuleSpec } from '../model/rule-spec.js';
import type { Tally } from './tally.js';

/** A total order on projects, fixed before the count. */
export interface TieOrder {
  /** Place of each project, 0 first. */
  readonly rank: readonly number[];
  /** Whether a goes before b were they level in votes and points too. */
  readonly beatsIfLevel: (a: number, b: number) => boolean;
}

type Compare = (a: number, b: number) => number;

/** The order the spec names; see `TieRule` for each. */
export function tieOrder(tally: Tally, spec: Pick<RuleSpec, 'tie' | 'tieSeed'>): TieOrder {
  const { ids, costs, score } = tally;
  const last = spec.tieSeed ? byLot(ids, spec.tieSeed) : byId(ids);
  const cheaper: Compare = (a, b) => costs[a]! - costs[b]!;
  const moreVotes: Compare = (a, b) => score[b]! - score[a]!;
  const level: Compare = () => 0;
  const make = (votes: Compare): Compare => {
    switch (spec.tie) {
      case 'id':
        return byId(ids);
      case 'paper-order':
        return (a, b) => a - b;
      case 'lot':
        return last;
      case 'min-cost':
        return (a, b) => cheaper(a, b) || votes(a, b) || last(a, b);
      case 'max-cost':
        return (a, b) => cheaper(b, a) || votes(a, b) || last(a, b);
      case 'max-votes':
        return (a, b) => votes(a, b) || cheaper(a, b) || last(a, b);
    }
  };
  const rank = new Array<number>(ids.length);
  ids
    .map((_, index) => index)
    .sort(make(moreVotes))
    .forEach((project, place) => (rank[project] = place));
  const ifLevel = make(level);
  return { rank, beatsIfLevel: (a, b) => ifLevel(a, b) < 0 };
}

function byId(ids: readonly string[]): Compare {
  return (a, b) => compareCodePoints(ids[a]!, ids[b]!);
}

/** Equal digests cannot be told apart by chance, so the id settles them. */
function byLot(ids: readonly string[], seed: string): Compare {
  const lots = ids.map((id) => sha256Hex(`${seed}\n${id}`));
  return (a, b) => compareCodePoints(lots[a]!, lots[b]!) || compareCodePoints(ids[a]!, ids[b]!);
}

/** By Unicode code point, as Python compares strings; JavaScript's `<` compares UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
