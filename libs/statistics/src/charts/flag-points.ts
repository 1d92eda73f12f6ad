/** Where points of a chart usually lie. Near limits are two thirds of the way out. */
export interface Limits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly nearLow: number;
  readonly nearHigh: number;
}

/** Which rule a point broke, and towards which side. Whether that is good depends on the indicator. */
export interface Flag {
  readonly rule: 'outside-limits' | 'trend' | 'two-of-three' | 'shift';
  readonly side: 'above' | 'below';
}

const RUN = 7;
/** Which side of the mean a point lies on: 1 above, -1 below, 0 on it. */
type Side = -1 | 0 | 1;

/**
 * The four rules in their order; the first that a point breaks is kept. Every point of a run is flagged.
 *
 * 1 outside the limits; 2 seven points, each higher (or each lower) than the last; 3 two of three
 * consecutive points beyond the near limit with all three on that side; 4 seven in a row on one side.
 *
 * @param limitsAt limits of the point at a position; on a u- or p-chart each has its own
 */
export function flagPoints(points: readonly number[], limitsAt: (at: number) => Limits): (Flag | null)[] {
  const sides = points.map((point, at) => sideOf(point, limitsAt(at).mean, limitsAt(at).mean));
  const outside = points.map((point, at) => sideOf(point, limitsAt(at).low, limitsAt(at).high));
  const far = points.map((point, at) => sideOf(point, limitsAt(at).nearLow, limitsAt(at).nearHigh));
  const moves = points.map((point, at) => sideOf(point, points[at - 1] ?? point, points[at - 1] ?? point));
  const trends = withFirst(runs(moves, RUN - 1));
  const shifts = runs(sides, RUN);
  const pairs = points.map((_, at) => (isTwoOfThree(at, far, sides) ? (far[at] ?? 0) : 0));
  return points.map((_, at) => {
    const broken = (
      [
        ['outside-limits', outside[at]],
        ['trend', trends[at]],
        ['two-of-three', pairs[at]],
        ['shift', shifts[at]],
      ] as const
    ).find(([, side]) => side);
    return broken ? { rule: broken[0], side: broken[1] === 1 ? 'above' : 'below' } : null;
  });
}

const sideOf = (point: number, low: number, high: number): Side => (point > high ? 1 : point < low ? -1 : 0);

/** Keeps the sides of those points that stand in a run of at least `length` on one side. */
function runs(sides: readonly Side[], length: number): Side[] {
  const kept: Side[] = sides.map(() => 0);
  let start = 0;
  for (let at = 0; at <= sides.length; at++) {
    if (at < sides.length && sides[at] === sides[start]) continue;
    if (at - start >= length) kept.fill(sides[start] ?? 0, start, at);
    start = at;
  }
  return kept;
}

/** Seven points that rise make six moves: the point before the first move belongs to the run. */
const withFirst = (moves: readonly Side[]): Side[] => moves.map((move, at) => move || (moves[at + 1] ?? 0));

/** Whether a far point has another within a window of three that all lie on its side. */
function isTwoOfThree(at: number, far: readonly Side[], sides: readonly Side[]): boolean {
  const side = far[at];
  if (!side) return false;
  return [at - 2, at - 1, at].some((start) => {
    const window = [start, start + 1, start + 2];
    return (
      window.every((position) => sides[position] === side) &&
      window.filter((position) => far[position] === side).length >= 2
    );
  });
}
