import { FigureImpossible } from '../errors.js';
import type { Interval } from '../intervals/wilson.js';
import { gammaP, gammaQ } from '../numbers/gamma.js';
import { Z95 } from '../numbers/normal.js';
import { solve } from '../numbers/solve.js';

/** From here on Byar's approximation is used, as UKHSA does. */
const BYAR_FROM = 10;
const TAIL = 0.025;

/**
 * 95 % interval for the mean behind a count of events, such as incidents recorded in a year.
 *
 * Says how certain the recorded number is, not how much happened unrecorded.
 *
 * @param count whole, >= 0
 * @throws FigureImpossible
 * Source: exact Poisson limits (Garwood 1936) below 10, Byar's (Breslow and Day 1987) from 10.
 */
export function countInterval(count: number): Interval {
  if (!Number.isInteger(count) || count < 0) throw new FigureImpossible(`a count of ${count}`);
  return count < BYAR_FROM ? exact(count) : byar(count);
}

function exact(count: number): Interval {
  const beyond = 4 * count + 20;
  return {
    low: count === 0 ? 0 : solve((mean) => gammaP(count, mean) >= TAIL, 0, beyond),
    high: solve((mean) => gammaQ(count + 1, mean) <= TAIL, 0, beyond),
  };
}

function byar(count: number): Interval {
  const next = count + 1;
  return {
    low: count * (1 - 1 / (9 * count) - Z95 / (3 * Math.sqrt(count))) ** 3,
    high: next * (1 - 1 / (9 * next) + Z95 / (3 * Math.sqrt(next))) ** 3,
  };
}
