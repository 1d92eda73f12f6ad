import type { DecisionItem, DecisionText } from './decision.js';
import { FairnessMissing, ReasonMissing } from './decisions.errors.js';

const empty = (text: string): boolean => text.trim() === '';

/**
 * What a decision owes its readers before it is published.
 *
 * @throws ReasonMissing naming every field without one | FairnessMissing
 */
export function checkComplete(text: DecisionText, items: readonly DecisionItem[]): void {
  const missing = [
    ...(empty(text.reasons) ? ['reasons'] : []),
    ...items
      .filter(({ reason }) => empty(reason))
      .map(({ proposalNumber }) => `items.${proposalNumber}.reason`),
  ];
  if (missing.length > 0) throw new ReasonMissing(missing);
  if (empty(text.fairness)) throw new FairnessMissing();
}
