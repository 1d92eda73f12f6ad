import type { Tally } from '../../counting/tally.js';
import type { EqualSharesSpec, Utility } from '../../model/rule-spec.js';

/** How many voters prefer one set of winners to another. */
export interface Preferred {
  readonly preferFirst: number;
  readonly preferSecond: number;
}

/**
 * Compares two sets of winners voter by voter: number of winners listed (points given, for utilities that
 * read points), or only whether there is any. A voter with nothing on one side counts like any other.
 */
export function compareWinners(
  tally: Tally,
  first: readonly number[],
  second: readonly number[],
  by: Exclude<EqualSharesSpec['comparison'], 'none'>,
  utility: Utility,
): Preferred {
  const inFirst = new Set(first);
  const inSecond = new Set(second);
  const readsPoints = utility !== 'cost' && utility !== 'card' && by === 'satisfaction';
  let [preferFirst, preferSecond] = [0, 0];
  for (let g = 0; g < tally.weight.length; g++) {
    let [a, b] = [0, 0];
    for (let k = tally.start[g]!; k < tally.start[g + 1]!; k++) {
      const worth = readsPoints ? tally.points[k]! : 1;
      if (inFirst.has(tally.project[k]!)) a += worth;
      if (inSecond.has(tally.project[k]!)) b += worth;
    }
    if (by === 'exclusion-ratio') [a, b] = [Math.min(a, 1), Math.min(b, 1)];
    if (a > b) preferFirst += tally.weight[g]!;
    if (b > a) preferSecond += tally.weight[g]!;
  }
  return { preferFirst, preferSecond };
}
