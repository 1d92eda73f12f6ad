import { BundleUnreadable } from '../errors.js';
import type { DrawBundle } from './bundle.js';

type Shape = (value: unknown) => boolean;

const whole: Shape = (value) => Number.isSafeInteger(value);
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const text: Shape = (value) => typeof value === 'string';
const hex: Shape = (value) => typeof value === 'string' && /^[0-9a-f]+$/.test(value);
const share: Shape = (value) => typeof value === 'number' && value >= 0 && value <= 1 + 1e-9;
const flag: Shape = (value) => typeof value === 'boolean';
const list =
  (of: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(of);
const pair: Shape = (value) => list(whole)(value) && (value as unknown[]).length === 2;
const record =
  (needed: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const fields = Object.entries(value);
    return (
      Object.keys(needed).every((name) => Object.hasOwn(value, name)) &&
      fields.every(([name, field]) => (needed[name] ?? optional[name])?.(field) ?? false)
    );
  };
const row = record({
  name: record({ kind: text }),
  at: list(count),
  by: list(whole),
  least: whole,
  most: whole,
});

const BUNDLE: Readonly<Record<keyof DrawBundle, Shape>> = {
  version: (value) => value === 'draw/v1',
  method: text,
  size: count,
  categories: list(
    record({
      name: text,
      quotas: list(record({ value: text, min: count, max: count }, { minFlex: count, maxFlex: count })),
    }),
  ),
  types: list(
    record(
      { values: list(text), people: count, seats: count, probability: share, selectable: flag },
      { homes: count },
    ),
  ),
  homes: list(count),
  cuts: list(row),
  caps: list(row),
  levels: list(record({ value: count, types: list(count), weights: list(pair), prices: list(pair) })),
  leaves: list(hex),
  tickets: list(record({ seats: list(count), marks: list(hex) })),
};

/** @throws BundleUnreadable naming the first part that is not as it should be; a part nobody knows is one */
export function readBundle(value: unknown): DrawBundle {
  if (typeof value !== 'object' || value === null) throw new BundleUnreadable('the file');
  const parts = value as Readonly<Record<string, unknown>>;
  for (const [part, shape] of Object.entries(BUNDLE)) {
    if (!Object.hasOwn(parts, part) || !shape(parts[part])) throw new BundleUnreadable(part);
  }
  const unknown = Object.keys(parts).find((part) => !Object.hasOwn(BUNDLE, part));
  if (unknown !== undefined) throw new BundleUnreadable(unknown);
  const bundle = value as DrawBundle;
  checkPlaces(bundle);
  return bundle;
}

/** Whatever points into a list must point at something. */
function checkPlaces({ types, homes, categories, cuts, caps, levels, tickets }: DrawBundle): void {
  const known = (t: number) => t < types.length;
  const rows =
    1 +
    categories.reduce((sum, { quotas }) => sum + quotas.length, 0) +
    homes.length +
    cuts.length +
    caps.length;
  if (
    types.some(
      ({ values, people, homes: kind }) =>
        values.length !== categories.length || people === 0 || (kind ?? -1) >= homes.length,
    )
  ) {
    throw new BundleUnreadable('types');
  }
  const fits = ({ at, by }: { at: readonly number[]; by: readonly number[] }) =>
    at.length === by.length && at.every(known);
  if (!cuts.every(fits)) throw new BundleUnreadable('cuts');
  if (!caps.every(fits)) throw new BundleUnreadable('caps');
  const levelFits = ({ types: settled, weights, prices }: DrawBundle['levels'][number]) =>
    settled.every(known) &&
    weights.every(([t]) => t >= 0 && known(t)) &&
    prices.every(([r]) => r >= 0 && r < rows);
  if (!levels.every(levelFits)) throw new BundleUnreadable('levels');
  if (tickets.length === 0 || tickets.some(({ seats }) => seats.length !== types.length))
    throw new BundleUnreadable('tickets');
}
