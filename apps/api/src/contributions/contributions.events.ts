import type { EventKind } from '../platform/events/index.js';

/** Something became of a proposal or a round. Told again it changes nothing. */
export const FATE_TOLD: EventKind<{ readonly fateId: string }> = { name: 'fate.told' };
