// @ts-check

/**
 * @typedef {number[]} Point longitude, latitude
 * @typedef {Point[]} Ring closed: the first point comes again at the end
 */

/**
 * The outer edge of polygons that share their borders point by point: every edge that two neighbours
 * run in opposite directions goes, what is left is chained into rings.
 *
 * @param {readonly Ring[][]} polygons
 * @returns {{ type: 'MultiPolygon', coordinates: Ring[][] }} one polygon for each ring left; holes are not told apart
 */
export function outline(polygons) {
  /** @type {Map<string, [Point, Point]>} */
  const open = new Map();
  for (const [from, to] of polygons.flat().flatMap(edges)) {
    if (!open.delete(`${to}|${from}`)) open.set(`${from}|${to}`, [from, to]);
  }

  /** @type {Map<string, Point[]>} */
  const onward = new Map();
  for (const [from, to] of open.values()) onward.set(`${from}`, [...(onward.get(`${from}`) ?? []), to]);

  const rings = [...open.values()].flatMap(([start]) => {
    const ring = [start];
    for (let next = onward.get(`${start}`)?.pop(); next; next = onward.get(`${next}`)?.pop()) ring.push(next);
    return ring.length > 3 ? [[ring]] : [];
  });
  return { type: 'MultiPolygon', coordinates: rings };
}

/** @param {Ring} ring @returns {[Point, Point][]} */
function edges(ring) {
  return ring.slice(1).map((to, before) => [/** @type {Point} */ (ring[before]), to]);
}
