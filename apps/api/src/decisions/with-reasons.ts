import type { DecisionItem } from './decision.js';
import { ItemUnknown } from './decisions.errors.js';

/** The items with the reasons an officer gave in place of the old ones. @throws ItemUnknown */
export function withReasons(
  items: readonly DecisionItem[],
  given: readonly { readonly proposalNumber: number; readonly reason: string }[] = [],
): DecisionItem[] {
  const reasons = new Map(given.map(({ proposalNumber, reason }) => [proposalNumber, reason]));
  const known = new Set(items.map(({ proposalNumber }) => proposalNumber));
  for (const { proposalNumber } of given)
    if (!known.has(proposalNumber)) throw new ItemUnknown(proposalNumber);
  return items.map((item) => ({ ...item, reason: reasons.get(item.proposalNumber) ?? item.reason }));
}
