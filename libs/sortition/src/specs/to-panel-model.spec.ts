import { describe, expect, it } from '@jest/globals';

import { FIVE, FIVE_AT_HOME } from './pools.js';
import { isPanel } from '../model/panel-model.js';
import { toPanelModel } from '../model/to-panel-model.js';

describe('toPanelModel', () => {
  it('puts together whom no quota tells apart', () => {
    expect(toPanelModel(FIVE).types.map(({ members, most }) => ({ members, most }))).toEqual([
      { members: [0], most: 1 },
      { members: [1], most: 1 },
      { members: [2, 3], most: 2 },
      { members: [4], most: 1 },
    ]);
  });

  it('gives an address one seat at most, and people of equal households the same type', () => {
    const model = toPanelModel(FIVE_AT_HOME);
    expect(model.homes).toEqual([[[0, 4]], [[2, 3]]]);
    expect(model.types.map(({ members, most, homes }) => ({ members, most, homes }))).toEqual([
      { members: [0], most: 1, homes: 0 },
      { members: [1], most: 1, homes: undefined },
      { members: [2, 3], most: 1, homes: 1 },
      { members: [4], most: 1, homes: 0 },
    ]);
    expect(isPanel(model, [1, 0, 0, 1])).toBe(false);
    expect(isPanel(model, [0, 1, 1, 0])).toBe(true);
  });

  it('takes people without an address for nobody’s housemates', () => {
    const homeless = { ...FIVE, people: FIVE.people.map(({ id, values }) => ({ id, values })) };
    expect(toPanelModel(homeless).homes).toEqual([]);
  });
});

describe('isPanel', () => {
  it.each<[string, number[], boolean]>([
    ['meets every quota', [0, 1, 1, 0], true],
    ['half seats', [0.5, 0.5, 0.5, 0.5], false],
    ['one seat too few', [0, 1, 0, 0], false],
    ['a quota broken', [1, 0, 1, 0], false],
    ['a seat nobody has', [0, 2, 0, 0], false],
    ['a type forgotten', [0, 1, 1], false],
  ])('%s', (_, seats, whether) => {
    expect(isPanel(toPanelModel(FIVE), seats)).toBe(whether);
  });
});
