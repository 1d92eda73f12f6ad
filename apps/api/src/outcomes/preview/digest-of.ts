import { createHash } from 'node:crypto';

import { canonicalJson, type Json } from '@commonthread/kernel';

import type { Count } from '../../counts/index.js';
import type { DecisionLetter, RoundDecision } from '../../decisions/index.js';
import type { PressSheetDto } from '../press/press.dto.js';

/**
 * Fingerprint of what two officers agree to publish: the count, every word of the decision, its aims, the letters and
 * the press sheet. Not how many people hear of it: that follows from whom it concerns at that moment.
 */
export function digestOf(
  count: Pick<Count, 'id' | 'inputsSha256'>,
  decision: RoundDecision,
  letters: ReadonlyMap<number, DecisionLetter>,
  sheet: PressSheetDto,
): string {
  const { words, title, summary, reasons, fairness, whatNext, items, aims } = decision;
  const { aims: _, ...figures } = sheet;
  const shown = {
    count: { id: count.id, inputs: count.inputsSha256 },
    decision: { words, title, summary, reasons, fairness, whatNext, items },
    aims: aims.map(
      ({ id, indicator, direction, sizePoints, population, place, dueOn, mechanism, ...aim }) => ({
        ...{ id, indicator, direction, sizePoints, population, place, dueOn, mechanism },
        comparisonPlaces: aim.comparisonPlaces,
        baseline: aim.baseline,
      }),
    ),
    letters: [...letters].map(([number, letter]) => ({ number, letter })),
    sheet: figures,
  };
  const plain = JSON.parse(JSON.stringify(shown)) as Json;
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}
