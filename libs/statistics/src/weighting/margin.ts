import { CategoryWithoutAnswers, CategoryWithoutTarget, MarginDoesNotAddUp } from '../errors.js';
import { sum } from '../numbers/sums.js';

/** Published shares are rounded: a margin may miss 1 by this much. */
export const ROUNDING = 1e-4;

/** What the census says of one variable. */
export interface Margin {
  readonly variable: string;
  /** Share of the population per category, 0..1; together 1. */
  readonly targets: Readonly<Record<string, number>>;
}

/** A margin laid over the answers: a category number per answer, a target per category. */
export interface Laid {
  readonly categoryOf: Int32Array;
  readonly targets: Float64Array;
  /** Answers that withheld the variable. */
  readonly withheld: number;
}

/**
 * Answers that withheld the variable form a category of their own, whose target is their share of the sample.
 *
 * @param values one category per answer, `null` where it was withheld
 * @throws MarginDoesNotAddUp | CategoryWithoutAnswers | CategoryWithoutTarget
 */
export function layMargin({ variable, targets }: Margin, values: readonly (string | null)[]): Laid {
  const names = Object.keys(targets);
  const total = sum(Object.values(targets));
  if (Math.abs(total - 1) > ROUNDING) throw new MarginDoesNotAddUp(variable, total);
  const numbers = new Map(names.map((name, at) => [name, at]));
  const counts = new Float64Array(names.length + 1);
  const categoryOf = Int32Array.from(values, (value) => {
    const at = value === null ? names.length : numbers.get(value);
    if (at === undefined || targets[value ?? ''] === 0)
      throw new CategoryWithoutTarget(variable, value ?? '');
    counts[at] = (counts[at] ?? 0) + 1;
    return at;
  });
  for (const [at, name] of names.entries()) {
    if (counts[at] === 0 && targets[name] !== 0) throw new CategoryWithoutAnswers(variable, name);
  }
  const withheld = counts[names.length] ?? 0;
  const told = values.length === 0 ? 1 : 1 - withheld / values.length;
  const shares = names.map((name) => ((targets[name] ?? 0) / total) * told);
  return { categoryOf, targets: Float64Array.from([...shares, 1 - told]), withheld };
}
