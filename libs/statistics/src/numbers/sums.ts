export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** @returns NaN for no values */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Sample variance, divided by one less than the number of values. @returns NaN for fewer than two */
export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.length < 2
    ? Number.NaN
    : sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}
