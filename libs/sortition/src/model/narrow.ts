import type { PanelModel, Row } from './panel-model.js';

/** The model without seats for those who can never be drawn. */
export function without(model: PanelModel, possible: readonly boolean[]): PanelModel {
  return { ...model, types: model.types.map((type, t) => (possible[t] ? type : { ...type, most: 0 })) };
}

export function withRows(model: PanelModel, rows: readonly Row[]): PanelModel {
  return { ...model, rows: [...model.rows, ...rows] };
}

/** How many people are of a type. */
export const people = (model: PanelModel, t: number): number => model.types[t]!.members.length;

/** The types of which somebody can be drawn. */
export function drawable(model: PanelModel): number[] {
  return model.types.flatMap(({ most }, t) => (most > 0 ? [t] : []));
}
