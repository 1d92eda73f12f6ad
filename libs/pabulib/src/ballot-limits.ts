import type { Findings } from './faults.js';
import type { PbHead } from './pb-file.js';
import { readMoney } from './money.js';

/**
 * The limits META puts on one ballot. Real files contain ballots outside them (26 above `max_sum_cost`),
 * counted all the same by their cities, so a breach is a warning.
 */
export class BallotLimits {
  private readonly minLength: number;
  private readonly maxLength: number;
  private readonly minSumPoints: number;
  private readonly maxSumPoints: number;
  private readonly maxSumCostMinor: number;

  constructor(
    head: PbHead,
    private readonly findings: Findings,
  ) {
    const whole = (key: string, otherwise: number): number => {
      const text = head.meta.get(key) ?? '';
      return /^\d+$/.test(text) ? Number(text) : otherwise;
    };
    this.minLength = whole('min_length', 0);
    this.maxLength = whole('max_length', Infinity);
    this.minSumPoints = whole('min_sum_points', 0);
    this.maxSumPoints = whole('max_sum_points', Infinity);
    const cost = readMoney(head.meta.get('max_sum_cost') ?? '', head.minorPerUnit);
    this.maxSumCostMinor = typeof cost === 'number' ? cost : Infinity;
  }

  check(line: number, length: number, costMinor: number, points: number | undefined): void {
    // An empty ballot is an abstention, not a short one.
    if (length === 0) return;
    if (length < this.minLength) this.warn(line, 'vote.under-min-length', 'fewer projects than min_length');
    if (length > this.maxLength) this.warn(line, 'vote.over-max-length', 'more projects than max_length');
    if (costMinor > this.maxSumCostMinor) {
      this.warn(line, 'vote.over-max-sum-cost', 'chosen projects cost more than max_sum_cost');
    }
    if (points === undefined) return;
    if (points < this.minSumPoints)
      this.warn(line, 'vote.under-min-sum-points', 'fewer points than min_sum_points');
    if (points > this.maxSumPoints)
      this.warn(line, 'vote.over-max-sum-points', 'more points than max_sum_points');
  }

  private warn(line: number, code: string, reason: string): void {
    this.findings.warn(line, 'vote', code, reason);
  }
}
