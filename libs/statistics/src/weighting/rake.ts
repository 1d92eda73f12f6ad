import { RakingDoesNotSettle } from '../errors.js';
import { kish, type KishEffect } from './kish.js';
import { layMargin, type Laid, type Margin } from './margin.js';

const SETTLED = 1e-10;
const MOST_ROUNDS = 1000;
/** Weights above this many medians are trimmed. */
const CAP_IN_MEDIANS = 5;
/** A single answer that counts as more than this many is worth a word. */
const HEAVY = 5;

/** One answer's category per variable; `null` or absent where it was withheld. */
export type Answer = Readonly<Record<string, string | null>>;

export interface Raked extends KishEffect {
  /** One per answer, > 0, mean 1. */
  readonly weights: readonly number[];
  /** Passes over all margins until every factor was within 1e-10 of 1. */
  readonly rounds: number;
  /** The largest weight let through before the last raking, and how many stood above it. */
  readonly cap: number;
  readonly trimmed: number;
  /** Answers that withheld each variable. */
  readonly withheld: Readonly<Record<string, number>>;
  /** Said beside every figure: a design effect above 2 or a weight above 5. */
  readonly shaky: boolean;
}

/**
 * Weights that make several one-way margins of a survey match the census at once.
 *
 * Corrects for known over- and under-representation on the raked variables only: it makes no opt-in
 * survey representative.
 *
 * @param margins raked in this order
 * @throws MarginDoesNotAddUp | CategoryWithoutAnswers | CategoryWithoutTarget | RakingDoesNotSettle
 * Source: Deming and Stephan 1940; trimmed once at five times the median weight, then raked again.
 */
export function rake(answers: readonly Answer[], margins: readonly Margin[]): Raked {
  const laid = margins.map((margin) =>
    layMargin(
      margin,
      answers.map((answer) => answer[margin.variable] ?? null),
    ),
  );
  const weights = new Float64Array(answers.length).fill(1);
  let rounds = settle(weights, laid);
  const cap = CAP_IN_MEDIANS * median(weights);
  const trimmed = weights.reduce((count, weight) => count + (weight > cap ? 1 : 0), 0);
  if (trimmed > 0) {
    for (const [at, weight] of weights.entries()) weights[at] = Math.min(weight, cap);
    rounds += settle(weights, laid);
  }
  const effect = kish([...weights]);
  return {
    weights: [...weights],
    rounds,
    cap,
    trimmed,
    withheld: Object.fromEntries(margins.map(({ variable }, at) => [variable, laid[at]?.withheld ?? 0])),
    shaky: effect.designEffect > 2 || weights.some((weight) => weight > HEAVY),
    ...effect,
  };
}

/** Rakes in place until nothing moves; leaves a mean of 1. @returns rounds */
function settle(weights: Float64Array, margins: readonly Laid[]): number {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let largestMove = 0;
    for (const margin of margins) largestMove = Math.max(largestMove, fit(weights, margin));
    if (largestMove <= SETTLED) {
      scaleToMeanOne(weights);
      return round;
    }
  }
  throw new RakingDoesNotSettle(MOST_ROUNDS);
}

/** @returns how far the furthest factor was from 1 */
function fit(weights: Float64Array, { categoryOf, targets }: Laid): number {
  const sums = new Float64Array(targets.length);
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number;
    sums[categoryOf[at] as number]! += weight;
    total += weight;
  }
  const factors = targets.map((target, at) => (sums[at] ? (target * total) / (sums[at] ?? 1) : 1));
  for (let at = 0; at < weights.length; at++) weights[at]! *= factors[categoryOf[at] as number] as number;
  return factors.reduce((furthest, factor) => Math.max(furthest, Math.abs(factor - 1)), 0);
}

function scaleToMeanOne(weights: Float64Array): void {
  const scale = weights.length / weights.reduce((total, weight) => total + weight, 0);
  for (const [at, weight] of weights.entries()) weights[at] = weight * scale;
}

function median(weights: Float64Array): number {
  const sorted = weights.toSorted();
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 1;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
