import type { Outcome } from '../model/outcome.js';

/** Budget less what the outcome spends, parts of a cost included; below 0 where a reserve paid, minor units. */
export function moneyLeft({ budgetMinor, totalCostMinor, projects }: Outcome): number {
  const inPart = projects.reduce(
    (sum, { reason }) => sum + (reason.kind === 'part-funded' ? reason.grantedMinor : 0),
    0,
  );
  return budgetMinor - totalCostMinor - inPart;
}
