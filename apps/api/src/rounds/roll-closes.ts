import type { RoundNow } from './round.js';

/**
 * Until when people may ask to be on the list of voters: it is fixed when voting opens.
 *
 * @returns null while nobody may ask: before the round is open, after, and where nobody votes here
 */
export function rollClosesAt({
  state,
  phases,
  imported,
  now,
}: Pick<RoundNow, 'state' | 'phases' | 'imported' | 'now'>): Date | null {
  if (imported || (state !== 'ideas' && state !== 'review')) return null;
  const opensAt = phases.find(({ kind }) => kind === 'voting')?.opensAt;
  return opensAt && opensAt > now ? opensAt : null;
}
