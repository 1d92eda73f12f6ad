/** How often somebody wants mail. `at-once`: at most one an hour. */
export const PACES = ['at-once', 'daily', 'weekly', 'none'] as const;
export type Pace = (typeof PACES)[number];
export const FIRST_PACE: Pace = 'daily';
