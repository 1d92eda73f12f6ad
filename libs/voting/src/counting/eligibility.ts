import { RuleSpecInvalid } from '../model/errors.js';
import type { Reason } from '../model/outcome.js';
import type { RuleSpec } from '../model/rule-spec.js';
import type { Tally } from './tally.js';

/** Why a project may not be considered at all, or null; by project index. */
export function ineligible(tally: Tally, spec: RuleSpec): (Reason | null)[] {
  const measure = spec.thresholdOn;
  const had = measure === 'votes' ? tally.votes : tally.score;
  const needed = Math.max(spec.minVotes, Math.ceil((spec.minVotesPercent * tally.n) / 100));
  return tally.ids.map((_, p) => {
    if (tally.withdrawn[p]) return { kind: 'withdrawn' };
    if (tally.votes[p] === 0 && needed === 1) return { kind: 'no-support' };
    if (had[p]! < needed) return { kind: 'below-threshold', measure, had: had[p]!, needed };
    return null;
  });
}

/**
 * For each project, those that exclude it.
 * @throws RuleSpecInvalid when a group names a project that is not on the paper
 */
export function rivalsOf(tally: Tally, spec: RuleSpec): readonly (readonly number[])[] {
  const rivals = tally.ids.map(() => new Set<number>());
  for (const group of spec.conflicts) {
    const members = group.map((id) => {
      const index = tally.indexOf.get(id);
      if (index === undefined) throw new RuleSpecInvalid([{ field: 'conflicts', fault: 'unknown' }]);
      return index;
    });
    for (const a of members) for (const b of members) if (a !== b) rivals[a]!.add(b);
  }
  return rivals.map((set) => [...set]);
}
