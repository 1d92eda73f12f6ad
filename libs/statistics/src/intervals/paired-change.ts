import { FigureImpossible } from '../errors.js';
import { Z95 } from '../numbers/normal.js';
import type { Change } from './newcombe-change.js';

/** The same people asked twice, matched by a pseudonym. */
export interface Pairs {
  readonly improved: number;
  readonly worsened: number;
  /** All pairs, the unchanged among them. */
  readonly pairs: number;
}

/**
 * 95 % interval for the change of a share among the same people. Never mixed with fresh samples.
 *
 * @returns `null` for no pairs
 * @throws FigureImpossible when more moved than there are pairs
 * Source: Wald on the discordant pairs, se = sqrt(b + c - (b - c)^2 / n) / n.
 */
export function pairedChange({ improved, worsened, pairs }: Pairs): Change | null {
  if (improved + worsened > pairs) throw new FigureImpossible(`${improved + worsened} of ${pairs} pairs`);
  if (!(pairs > 0)) return null;
  const net = improved - worsened;
  const change = net / pairs;
  const spread = (Z95 * Math.sqrt(improved + worsened - (net * net) / pairs)) / pairs;
  return { change, low: change - spread, high: change + spread };
}
