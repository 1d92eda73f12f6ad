/** About a third of a second on a laptop, one or two on a telephone. */
export const USUAL_BITS = 16;
const MOST_ASKED = 22;
/** Reports of ten minutes that a city sends on a busy day. */
const USUAL_REPORTS = 20;

/** @param reports of the last ten minutes. @returns one bit more, that is twice the work, for each doubling of them */
export function bitsUnder(reports: number): number {
  const doublings = Math.floor(Math.log2(Math.max(1, reports / USUAL_REPORTS)));
  return Math.min(USUAL_BITS + doublings, MOST_ASKED);
}
