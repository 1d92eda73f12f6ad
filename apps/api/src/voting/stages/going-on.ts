import type { JobKind } from '../../platform/jobs/index.js';

export const GOING_ON: JobKind<{ roundId: string }> = { name: 'voting.go-on' };
