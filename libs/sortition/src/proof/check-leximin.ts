import { drawable } from '../model/narrow.js';
import type { PanelModel } from '../model/panel-model.js';
import { type Level, UNIT } from './level.js';
import { levelBound } from './level-bound.js';

/** How far a probability may stand from its level, and a level from its bound. */
export const TOLERANCE = 2e-5;

export interface ProofFault {
  readonly code:
    'type-not-settled' | 'type-settled-twice' | 'level-proves-nothing' | 'level-too-low' | 'not-at-its-level';
  readonly level?: number;
  readonly type?: number;
}

/**
 * Whether probabilities are the leximin ones, by arithmetic in whole numbers: no solver is asked.
 * Every level must prove that its types can have no more without somebody who has no more losing, every type must
 * be in one level, and have that level's value. Probabilities that only have the right minimum are refused.
 *
 * It takes the model as given, its cuts and who cannot be drawn included: those rest on a search, not on numbers here.
 *
 * @param probabilities of each person of a type
 */
export function checkLeximin(
  model: PanelModel,
  levels: readonly Level[],
  probabilities: readonly number[],
): ProofFault[] {
  const faults: ProofFault[] = [];
  const floors: (number | undefined)[] = model.types.map(({ most }) => (most > 0 ? undefined : 0));
  let before = 0;
  levels.forEach((level, i) => {
    const bound = levelBound(model, level, floors);
    if (!bound) faults.push({ code: 'level-proves-nothing', level: i });
    if (level.value < before - TOLERANCE * UNIT) faults.push({ code: 'level-too-low', level: i });
    before = level.value;
    for (const t of level.types) {
      if (floors[t] !== undefined) faults.push({ code: 'type-settled-twice', level: i, type: t });
      else if (!bound || bound.above(t) > TOLERANCE * UNIT) {
        faults.push({ code: 'level-proves-nothing', level: i, type: t });
      }
      if (Math.abs(probabilities[t]! - level.value / UNIT) > TOLERANCE) {
        faults.push({ code: 'not-at-its-level', level: i, type: t });
      }
    }
    for (const t of level.types) floors[t] = level.value;
  });
  for (const t of drawable(model)) {
    if (floors[t] === undefined) faults.push({ code: 'type-not-settled', type: t });
  }
  return faults;
}
