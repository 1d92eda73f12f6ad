export const WHEREABOUTS = ['inside', 'outside', 'split', 'unknown', 'far'] as const;

/**
 * How a postcode stands to a place, by the lists known here. `outside`: another place is its best fit. `split`: known
 * no nearer than a place around it. `unknown`: in no list; `far`: nor is any other of its area, as the SW of SW1A 1AA.
 */
export type Whereabouts = (typeof WHEREABOUTS)[number];
