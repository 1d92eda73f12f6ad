import type { PanelModel, Row } from '../model/panel-model.js';
import type { DrawBundle } from './bundle.js';

/** The model that a bundle tells of, with as many nameless people as it counts; its rows in the order every model has. */
export function bundleModel({ size, categories, types, homes }: DrawBundle): PanelModel {
  const row = (name: Row['name'], holds: (t: number) => boolean, least: number, most: number): Row => {
    const at = types.flatMap((_, t) => (holds(t) ? [t] : []));
    return { name, at, by: at.map(() => 1), least, most };
  };
  let next = 0;
  return {
    size,
    types: types.map(({ values, people, homes: kind }) => ({
      values,
      members: Array.from({ length: people }, () => next++),
      most: kind === undefined ? people : Math.min(people, homes[kind] ?? 0),
      ...(kind !== undefined && { homes: kind }),
    })),
    rows: [
      row({ kind: 'size' }, () => true, size, size),
      ...categories.flatMap(({ name: category, quotas }, c) =>
        quotas.map(({ value, min, max }) =>
          row({ kind: 'quota', category, value }, (t) => types[t]!.values[c] === value, min, max),
        ),
      ),
      ...homes.map((addresses, kind) =>
        row({ kind: 'household' }, (t) => types[t]!.homes === kind, 0, addresses),
      ),
    ],
    homes: [],
  };
}
