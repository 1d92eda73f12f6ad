export const CONNECTIONS = ['live', 'work', 'study'] as const;

/** What ties a person to a place. */
export type Connection = (typeof CONNECTIONS)[number];
