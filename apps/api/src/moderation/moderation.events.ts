import type { EventKind } from '../platform/events/index.js';

/** A moderator decided a case, or the answer to an appeal. */
export const CASE_MOVED: EventKind<{
  readonly caseId: string;
  readonly what: 'decided' | 'appeal-answered';
}> = {
  name: 'moderation.case-moved',
};
