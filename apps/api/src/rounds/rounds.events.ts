import type { EventKind } from '../platform/events/index.js';

export const ROUND_CANCELLED: EventKind<{ readonly roundId: string }> = { name: 'round.cancelled' };
