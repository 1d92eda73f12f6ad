import { canonicalJson, type Json } from '@commonthread/kernel';

import type { Manifest } from '../formats/manifest.js';
import type { CountBallots, Result, StyleResult } from '../publishing/result.js';
import type { Findings } from './report.js';
import type { BallotsFound } from './verify-ballots.js';

/** Counts every style again and compares. */
export function compareResult(
  result: Result,
  manifest: Manifest,
  found: BallotsFound,
  count: CountBallots,
  findings: Findings,
): void {
  const file = 'result.json';
  const styles = result.styles.map(({ style }) => style);
  if (result.election !== manifest.election || styles.join() !== manifest.styles.map((p) => p.style).join()) {
    findings.add(file, 1, 'result.elsewhere', "not this election's ballot styles");
    return;
  }
  manifest.styles.forEach((paper, at) => {
    const ballots = found.countedByStyle.get(paper.style) ?? [];
    const counted: StyleResult = { style: paper.style, ...count(paper, manifest.minorPerUnit, ballots) };
    const published = result.styles[at]!;
    for (const field of ['ballots', 'winners', 'totalCostMinor', 'projects'] as const) {
      const [says, is] = [published[field], counted[field]].map((value) => canonicalJson(value as Json));
      if (says !== is) {
        findings.add(
          file,
          1,
          'result.differs',
          `${paper.style}: ${field} counted again is ${is}, published ${says}`,
        );
      }
    }
  });
}
