import {
  type Fraction,
  moneyLeft,
  moneySentence,
  type Outcome,
  type RoundRecord,
  type RuleSpec,
} from '@commonthread/voting';

/** One count as `--json` prints it: money in currency units, exact, as text. */
export interface OutcomeReport {
  readonly rule: string;
  readonly params: RuleSpec;
  /** Sorted as text, because rules name them in different orders. */
  readonly winners: readonly string[];
  readonly cost: string;
  /** Of the budget; below 0 where the rule allows to exceed it. */
  readonly left: string;
  /** Why money is left, or which rule allows more than the budget. */
  readonly money: string;
  readonly objective?: string;
  /** In the order funded. */
  readonly rounds: readonly RoundRecord[];
  /** Ties in every endowment tried, as many times as they were met. */
  readonly ties_met: number;
  /** Each voter's share in the final run, an exact fraction of currency units. */
  readonly endowment?: string;
  readonly increments?: number;
  /** Of the count alone, without reading the file. */
  readonly seconds: number;
}

export function outcomeReport(
  outcome: Outcome,
  { minorPerUnit, currency }: { readonly minorPerUnit: number; readonly currency: string },
  seconds: number,
): OutcomeReport {
  const { rule, params, winners, rounds, ties, totalCostMinor, objective, endowment, increments } = outcome;
  const isMoney = 'utility' in params && (params.utility === 'cost' || params.utility === 'costpoints');
  const per = BigInt(minorPerUnit);
  const inUnits = (minor: number) => decimal(BigInt(minor), minorPerUnit);
  const left = moneyLeft(outcome);
  return {
    rule,
    params,
    winners: winners.toSorted(byCodePoint),
    cost: decimal(BigInt(totalCostMinor), minorPerUnit),
    left: left < 0 ? `-${inUnits(-left)}` : inUnits(left),
    money: moneySentence(outcome, { money: (minor) => `${inUnits(minor)} ${currency}`.trimEnd() }),
    ...(objective !== undefined && { objective: decimal(BigInt(objective), isMoney ? minorPerUnit : 1) }),
    rounds,
    ties_met: ties.reduce((sum, { times }) => sum + times, 0),
    ...(endowment && { endowment: fraction(endowment, per) }),
    ...(increments !== undefined && { increments }),
    seconds: Number(seconds.toFixed(4)),
  };
}

/** The order tie-break T1 and the reference files use. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((char, index) => char !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function decimal(minor: bigint, minorPerUnit: number): string {
  const per = BigInt(minorPerUnit);
  const decimals = minorPerUnit.toString().length - 1;
  const rest = (minor % per).toString().padStart(decimals, '0').replace(/0+$/, '');
  return rest === '' ? `${minor / per}` : `${minor / per}.${rest}`;
}

function fraction({ num, den }: Fraction, per: bigint): string {
  const [top, bottom] = [BigInt(num), BigInt(den) * per];
  const shared = divisor(top, bottom);
  return bottom === shared ? `${top / shared}` : `${top / shared}/${bottom / shared}`;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : divisor(b, a % b);
}
