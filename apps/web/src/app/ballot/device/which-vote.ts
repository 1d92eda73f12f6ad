import type { KeptVote } from './kept-vote.js';

/**
 * Of what the device keeps for all tabs and what this tab knows, the vote that counts. Only one of two passes for one
 * person can ever be signed: what has no receipt yet never wins over a receipt.
 */
export function whichVote(kept: KeptVote | undefined | null, inTab: KeptVote | null): KeptVote | null {
  if (!kept || !inTab) return kept ?? inTab;
  if (kept.seed === inTab.seed) return inTab.rev > kept.rev ? inTab : kept;
  const begunAlone = kept.rev === 0;
  return begunAlone && inTab.rev > 0 ? inTab : kept;
}
