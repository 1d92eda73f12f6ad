/** What a file says and what was computed, one number or word at a time. */
export interface Difference {
  readonly path: string;
  readonly stated: unknown;
  readonly computed: unknown;
}

export interface Comparison {
  readonly equal: number;
  readonly differences: readonly Difference[];
}

const RELATIVE = 1e-6;

/**
 * Compares every figure that a file states with the one computed, numbers to a relative 1e-6. Lists are compared
 * whole; an object of the file may hold inputs beside its figures.
 *
 * @returns how many are equal, and each that is not
 */
export function compareFigures(stated: unknown, computed: unknown, path: string): Comparison {
  const statedParts = partsOf(stated);
  const computedParts = partsOf(computed);
  if (!statedParts || !computedParts) {
    return same(stated, computed)
      ? { equal: 1, differences: [] }
      : { equal: 0, differences: [{ path, stated, computed }] };
  }
  const isList = Array.isArray(stated);
  const names = isList
    ? new Set([...Object.keys(statedParts), ...Object.keys(computedParts)])
    : Object.keys(computedParts).filter((name) => Object.hasOwn(statedParts, name));
  return together(
    [...names].map((name) =>
      compareFigures(statedParts[name], computedParts[name], isList ? `${path}[${name}]` : `${path}.${name}`),
    ),
  );
}

export const together = (results: readonly Comparison[]): Comparison => ({
  equal: results.reduce((sum, { equal }) => sum + equal, 0),
  differences: results.flatMap(({ differences }) => differences),
});

const partsOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;

function same(stated: unknown, computed: unknown): boolean {
  if (typeof stated !== 'number' || typeof computed !== 'number') return stated === computed;
  return Math.abs(stated - computed) <= RELATIVE * Math.max(Math.abs(stated), Math.abs(computed));
}
