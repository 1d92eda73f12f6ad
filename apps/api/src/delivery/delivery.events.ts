import type { EventKind } from '../platform/events/index.js';

/** A milestone will be reached later than was said before; the reason is public. */
export const DELIVERY_SLIPPED: EventKind<{ readonly number: number; readonly milestoneId: string }> = {
  name: 'delivery.slipped',
};

/** Something was told about the project on its page. */
export const DELIVERY_TOLD: EventKind<{ readonly number: number; readonly updateId: string }> = {
  name: 'delivery.told',
};

/** The project was delivered or stopped, with words about its outcome. */
export const DELIVERY_ENDED: EventKind<{ readonly number: number }> = { name: 'delivery.ended' };
