/**
 * The smallest number between `low` and `high` for which `reached` is true, by halving until two
 * neighbouring floating-point numbers are left.
 *
 * @param reached false, then true, as its argument grows
 */
export function solve(reached: (x: number) => boolean, low: number, high: number): number {
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (reached(middle)) high = middle;
    else low = middle;
  }
}
