import type { EventKind } from '../platform/events/index.js';

/** An attachment is gone from the database: its files follow. */
export const ATTACHMENT_REMOVED: EventKind<{ readonly id: string }> = { name: 'attachment.removed' };
