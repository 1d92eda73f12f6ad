/** One line of the table that `npm run bench` prints and the README carries. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** Against a baseline measured in the same run. */
  readonly ratio: string;
}

/**
 * Runs `work` once to warm up and then `times`, each time on a fresh `prepare()` that is not timed, so that
 * nothing kept from an earlier run helps.
 *
 * @returns the median in milliseconds
 */
export async function medianMs<T>(
  times: number,
  prepare: () => T,
  work: (prepared: T) => unknown,
): Promise<number> {
  await work(prepare());
  const runs: number[] = [];
  for (let n = 0; n < times; n++) {
    const prepared = prepare();
    const began = performance.now();
    await work(prepared);
    runs.push(performance.now() - began);
  }
  return runs.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

export function seconds(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, measured, target, ratio }) => `| ${what} | ${measured} | ${target} | ${ratio} |`,
  );
  return [
    '| what | measured | target | against a baseline of the same run |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
