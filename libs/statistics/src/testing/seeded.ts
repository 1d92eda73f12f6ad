/** Chance for tests, the same in every run. Source: mulberry32; normal by Box and Muller. */
export function seeded(seed: number): {
  uniform: () => number;
  normal: () => number;
  whole: (below: number) => number;
} {
  let state = Math.floor(seed) >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, whole: (below) => Math.floor(uniform() * below) };
}
